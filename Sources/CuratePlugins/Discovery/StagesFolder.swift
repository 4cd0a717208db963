package import CuratePipeline
import Platform

/// The folder `stages/` of a project. Each of its folders with a `stage.yaml` is a plugin.
package struct StagesFolder: Sendable, Equatable {
  /// The absolute path, without symbolic links.
  package let path: String

  package static let name = "stages"

  /// Finds the nearest folder `stages/`, in a folder or in one of its parents.
  ///
  /// - Returns: nil if there is none.
  package static func nearest(to folder: String) -> StagesFolder? {
    var folder = FileSystem.resolved(Path.absolute(folder))
    while true {
      let stages = Path.join(folder, name)
      if FileStatus(stages)?.isFolder == true { return StagesFolder(path: FileSystem.resolved(stages)) }
      if folder == "/" { return nil }
      folder = Path.folder(of: folder)
    }
  }

  /// The names of all plugins, sorted.
  package var names: [String] {
    // If the folder cannot be read, no plugin in it can be used. The error appears when a recipe names one.
    ((try? FileSystem.names(in: path)) ?? []).filter(holdsPlugin)
  }

  /// Whether the folder contains a plugin of this name.
  package func holdsPlugin(named name: String) -> Bool {
    !name.contains("/") && !name.hasPrefix(".") && FileStatus(manifestPath(of: name)) != nil
  }

  /// Whether a path is the folder of a plugin.
  package static func isPlugin(_ path: String) -> Bool { FileStatus(Path.join(path, PluginManifest.fileName)) != nil }

  func folder(of name: String) -> String { Path.join(path, name) }

  private func manifestPath(of name: String) -> String { Path.join(folder(of: name), PluginManifest.fileName) }

  /// Reads the manifest of a plugin.
  ///
  /// - Parameter taken: the names of built-in stages, which a plugin cannot have.
  /// - Throws: all problems of the manifest.
  package func plugin(named name: String, taken: [String]) throws(RecipeErrors) -> Plugin {
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

  /// Returns a path as error messages show it: relative to the current folder if it is inside it.
  func shown(_ path: String) -> String {
    let here = FileSystem.resolved(Path.absolute("."))
    return Path.contains(path, in: here) && path != here ? Path.below(here, path) : path
  }
}

/// A plugin: its manifest and its folder.
package struct Plugin: Sendable {
  package let manifest: PluginManifest
  /// The absolute path, without symbolic links.
  package let folder: String

  package init(manifest: PluginManifest, folder: String) {
    self.manifest = manifest
    self.folder = folder
  }

  /// The program of `run:` and its arguments, to be started in the plugin's folder.
  var launch: Launch {
    let words = manifest.run
    return Launch(
      program: Path.join(folder, words.first ?? ""), arguments: Array(words.dropFirst()), folder: folder,
      environment: Launch.environment(allowing: manifest.environment))
  }
}
