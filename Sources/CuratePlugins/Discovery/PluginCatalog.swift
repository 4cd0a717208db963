public import CurateCore
public import CuratePipeline
import Platform

/// The built-in stages and the plugins near a recipe.
public struct PluginCatalog: Sendable {
  public let builtIn: StageCatalog
  /// The folder where the search for `stages/` starts. Only names that are not built in start a search.
  public let folder: String
  public var trust: Trust
  /// The settings of all plugins.
  public var settings: PluginStage.Settings

  /// Which plugins may run.
  public enum Trust: Sendable {
    /// No plugin runs; manuals and errors are all that is needed.
    case described
    /// Plugins that `trust.lock` pins, and those in the folders `developed`.
    case pinned(developed: [String])
    /// All plugins, pinned or not.
    case all
  }

  /// - Parameter folder: the folder where the search for `stages/` starts.
  public init(
    _ builtIn: StageCatalog, near folder: String, trust: Trust = .described,
    settings: PluginStage.Settings = PluginStage.Settings()
  ) {
    self.builtIn = builtIn
    self.folder = folder
    self.trust = trust
    self.settings = settings
  }

  /// Returns the built-in stages and the plugins among `names`. Reads no file if all names are built in.
  ///
  /// - Throws: the problems of a plugin's manifest.
  public func stages(named names: [String]) throws(RecipeErrors) -> StageCatalog {
    var unknown: [String] = []
    for name in names where builtIn[name] == nil && !unknown.contains(name) { unknown.append(name) }
    guard !unknown.isEmpty, let folder = StagesFolder.nearest(to: self.folder) else { return builtIn }
    let present = unknown.filter(folder.holdsPlugin)
    var plugins: [Plugin] = []
    for name in present { plugins.append(try folder.plugin(named: name, taken: builtInNames)) }
    if present.count < unknown.count {
      // A name is misspelled. The other plugins are added so that the error can suggest one; their own problems are
      // ignored here.
      for name in folder.names where !present.contains(name) {
        if let plugin = try? folder.plugin(named: name, taken: builtInNames) { plugins.append(plugin) }
      }
    }
    return catalog(of: plugins, in: folder)
  }

  /// Returns the built-in stages and all plugins.
  ///
  /// - Throws: the problems of a plugin's manifest.
  public func all() throws(RecipeErrors) -> StageCatalog {
    guard let folder = StagesFolder.nearest(to: self.folder) else { return builtIn }
    var plugins: [Plugin] = []
    for name in folder.names { plugins.append(try folder.plugin(named: name, taken: builtInNames)) }
    return catalog(of: plugins, in: folder)
  }

  private var builtInNames: [String] { builtIn.entries.map(\.manual.name) }

  private func catalog(of plugins: [Plugin], in folder: StagesFolder) -> StageCatalog {
    guard !plugins.isEmpty else { return builtIn }
    var unavailable: [String: StageCatalog.UnavailableStage] = [:]
    for plugin in plugins { unavailable[plugin.manifest.name] = unavailability(of: plugin, in: folder) }
    return StageCatalog(builtIn.entries + plugins.map(entry), unavailableStages: unavailable)
  }

  private func entry(_ plugin: Plugin) -> StageCatalog.Entry {
    let settings = settings
    return StageCatalog.Entry(manual: plugin.manifest.manual, options: plugin.manifest.options.map(\.description)) {
      (node: ConfigNode?) throws(OptionProblems) in
      try PluginStage(plugin, options: node, settings: settings)
    }
  }

  /// Returns why a plugin may not run, or nil if it may.
  private func unavailability(of plugin: Plugin, in folder: StagesFolder) -> StageCatalog.UnavailableStage? {
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
      return TrustMessages.unavailableStage(for: error, plugin: name)
    }
  }
}
