import Dispatch

/// Runs one task on a thread of its own, which may block.
final class QueueExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "curate.plugins", qos: .userInitiated)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
