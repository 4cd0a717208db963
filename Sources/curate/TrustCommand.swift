import ArgumentParser
import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages

struct Trust: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Lets plugins run as they now are, until their files change.",
    discussion: """
      A plugin runs as you do, with all your rights, so read it first. What is pinned stands in stages/trust.lock, the
      SHA-256 of every file; commit it. A plugin that changed does not run until it is trusted anew.
      """)

  @Argument(help: "The plugins, by the names of their folders in stages/.")
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
        let files = digest.files.count.pluralized("file")
        lines.append("\(name) \(plugin.manifest.version): trusted, \(files), \(digest.hash)")
      } catch {
        throw CommandFailure.trust(error, plugin: name)
      }
    }
    // All or none: a lock that holds half of what was asked for would surprise.
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
