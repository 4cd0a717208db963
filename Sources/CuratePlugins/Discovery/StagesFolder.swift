public import CuratePipeline
import Platform

/// The folder `stages/` of a project, whose folders with a `stage.yaml` are plugins.
public struct StagesFolder: Sendable, Equatable {
  /// Absolute, and with no symbolic link in it.
  public let path: String

  public static let name = "stages"

  /// The nearest one: in a folder, or else in one above it.
  ///
  /// - Returns: nil if there is none up to the root.
  public static func nearest(to folder: String) -> StagesFolder? {
    var folder = FileSystem.resolved(Path.absolute(folder))
    while true {
      let stages = Path.join(folder, name)
      if FileStatus(stages)?.isFolder == true { return StagesFolder(path: FileSystem.resolved(stages)) }
      if folder == "/" { return nil }
      folder = Path.folder(of: folder)
    }
  }

  /// The names of all plugins, sorted.
  public var names: [String] {
    // A folder that cannot be read holds no stage that could be used; one that is named says why by itself.
    ((try? FileSystem.names(in: path)) ?? []).filter(holdsPlugin)
  }

  public func holdsPlugin(named name: String) -> Bool {
    !name.contains("/") && !name.hasPrefix(".") && FileStatus(manifestPath(of: name)) != nil
  }

  /// Whether a path leads to the folder of a plugin.
  public static func isPlugin(_ path: String) -> Bool { FileStatus(Path.join(path, PluginManifest.fileName)) != nil }

  func folder(of name: String) -> String { Path.join(path, name) }

  private func manifestPath(of name: String) -> String { Path.join(folder(of: name), PluginManifest.fileName) }

  /// Reads a plugin's manifest.
  ///
  /// - Parameter taken: names that a plugin may not have, because built-in stages do.
  /// - Throws: all that is wrong with the manifest.
  public func plugin(named name: String, taken: [String]) throws(RecipeErrors) -> Plugin {
    let file = manifestPath(of: name)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(file, limit: PluginManifest.sizeLimit)
    } catch {
      throw RecipeErrors(
        [RecipeProblem(.unreadableManifest(code: error.code), at: nil)], path: shown(file), text: SourceText([]))
    }
    let manifest = try PluginManifest(bytes, path: shown(file), folder: name, taken: taken)
    return Plugin(manifest: manifest, folder: FileSystem.resolved(folder(of: name)))
  }

  /// As people would write it: below the folder that they are in.
  func shown(_ path: String) -> String {
    let here = FileSystem.resolved(Path.absolute("."))
    return Path.contains(path, in: here) && path != here ? Path.below(here, path) : path
  }
}
