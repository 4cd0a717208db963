public import CurateCore
public import CuratePipeline
import Platform

/// The built-in stages, and the plugins that stand beside a recipe.
public struct PluginCatalog: Sendable {
  public let builtIn: StageCatalog
  /// Where the search for `stages/` begins: it is made only for what is not built in.
  public let place: String
  public var trust: Trust
  public var settings: PluginStage.Settings

  /// Which plugins may run.
  public enum Trust: Sendable {
    /// None will be run, only described.
    case described
    /// Those that `trust.lock` pins, and those in these folders.
    case pinned(developed: [String])
    case all
  }

  public init(
    _ builtIn: StageCatalog, near place: String, trust: Trust = .described,
    settings: PluginStage.Settings = PluginStage.Settings()
  ) {
    self.builtIn = builtIn
    self.place = place
    self.trust = trust
    self.settings = settings
  }

  /// The built-in stages and those plugins that `names` name; a recipe without plugins costs not one look at a file.
  ///
  /// - Throws: what is wrong with the manifest of one of them.
  public func stages(named names: [String]) throws(RecipeErrors) -> StageCatalog {
    var foreign: [String] = []
    for name in names where builtIn[name] == nil && !foreign.contains(name) { foreign.append(name) }
    guard !foreign.isEmpty, let folder = StagesFolder.nearest(to: place) else { return builtIn }
    let present = foreign.filter(folder.holdsPlugin)
    var plugins: [Plugin] = []
    for name in present { plugins.append(try folder.plugin(named: name, taken: builtInNames)) }
    if present.count < foreign.count {
      // A name is wrong: all others may be what was meant. Their own faults are not what is wrong here.
      for name in folder.names where !present.contains(name) {
        if let plugin = try? folder.plugin(named: name, taken: builtInNames) { plugins.append(plugin) }
      }
    }
    return catalog(of: plugins, in: folder)
  }

  /// The built-in stages and all plugins.
  public func all() throws(RecipeErrors) -> StageCatalog {
    guard let folder = StagesFolder.nearest(to: place) else { return builtIn }
    var plugins: [Plugin] = []
    for name in folder.names { plugins.append(try folder.plugin(named: name, taken: builtInNames)) }
    return catalog(of: plugins, in: folder)
  }

  private var builtInNames: [String] { builtIn.entries.map(\.manual.name) }

  private func catalog(of plugins: [Plugin], in folder: StagesFolder) -> StageCatalog {
    guard !plugins.isEmpty else { return builtIn }
    var obstacles: [String: StageCatalog.UnavailableStage] = [:]
    for plugin in plugins { obstacles[plugin.manifest.name] = obstacle(to: plugin, in: folder) }
    return StageCatalog(builtIn.entries + plugins.map(entry), unavailableStages: obstacles)
  }

  private func entry(_ plugin: Plugin) -> StageCatalog.Entry {
    let settings = settings
    return StageCatalog.Entry(manual: plugin.manifest.manual, options: plugin.manifest.options.map(\.description)) {
      (node: ConfigNode?) throws(OptionProblems) in
      try PluginStage(plugin, options: node, settings: settings)
    }
  }

  /// Why a plugin must not run; nil if it may.
  private func obstacle(to plugin: Plugin, in folder: StagesFolder) -> StageCatalog.UnavailableStage? {
    let name = plugin.manifest.name
    do throws(TrustFailure) {
      let digest = { () throws(TrustFailure) in try FolderDigest(of: plugin.folder, in: folder.path) }
      switch trust {
      case .described: return nil
      case .all: _ = try digest()
      case .pinned(let developed):
        let found = try digest()
        if developed.contains(where: { FileSystem.resolved(Path.absolute($0)) == plugin.folder }) { return nil }
        try TrustLock(of: folder).check(found, of: name)
      }
      return nil
    } catch {
      return TrustMessages.obstacle(error, plugin: name)
    }
  }
}
