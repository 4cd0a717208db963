import CuratePipeline
import Platform

/// A plugin: its manifest and the folder that it lives in.
public struct Plugin: Sendable {
  public let manifest: PluginManifest
  /// Absolute, and with no symbolic link in it.
  public let folder: String

  public init(manifest: PluginManifest, folder: String) {
    self.manifest = manifest
    self.folder = folder
  }

  /// It runs in its own folder, with the words of `run:` as they stand.
  var launch: Launch {
    let words = manifest.run
    return Launch(
      program: Path.join(folder, words.first ?? ""), arguments: Array(words.dropFirst()), folder: folder,
      environment: Launch.environment(allowing: manifest.environment))
  }
}
