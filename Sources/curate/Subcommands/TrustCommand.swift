import ArgumentParser
import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages

/// `curate trust`
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Trusts plugins until one of their files changes.",
    discussion: """
      A plugin runs with all your permissions, so read it first. The SHA-256 of each of its files is recorded in
      stages/trust.lock; commit that file. A changed plugin does not run until you trust it again.
      """)

  @Argument(help: "Plugins to trust: names of folders in stages/.")
  var names: [String]

  func run() throws {
    guard let folder = StagesFolder.nearest(to: ".") else { throw CommandFailure.trust(.noStagesFolder, plugin: nil) }
    var lock: TrustLock
    do throws(TrustFailure) { lock = try TrustLock(of: folder) } catch {
      throw CommandFailure.trust(error, plugin: nil)
    }
    var lines: [String] = []
    for name in names {
      let plugin = try plugin(name, in: folder)
      do throws(TrustFailure) {
        let digest = try FolderDigest(of: plugin.folder, in: folder.path)
        lock.pin(name, digest)
        lines.append(
          "\(name) \(plugin.manifest.version): trusted, \(digest.files.count.pluralized("file")), \(digest.hash)")
      } catch {
        throw CommandFailure.trust(error, plugin: name)
      }
    }
    // Saves after the last plugin, so that an error leaves the lock file unchanged.
    do throws(TrustFailure) { try lock.save() } catch { throw CommandFailure.trust(error, plugin: nil) }
    for line in lines { Terminal.print(line) }
  }

  private func plugin(_ name: String, in folder: StagesFolder) throws -> Plugin {
    guard folder.holdsPlugin(named: name) else {
      throw CommandFailure.trust(.noPlugin(name, known: folder.names), plugin: nil)
    }
    do throws(RecipeErrors) {
      return try folder.plugin(named: name, taken: StageCatalog.builtIn.entries.map(\.manual.name))
    } catch {
      throw CommandFailure.recipe(error)
    }
  }
}
