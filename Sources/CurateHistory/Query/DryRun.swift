public import CurateCore

extension History {
  /// A history in memory that holds one run more: for a look at what a run that is not to be recorded would change.
  ///
  /// - Returns: the copy, and the number of the run in it.
  public func recordingDryRun(_ run: RunRecord, over collection: Collection) throws(HistoryFailure) -> (
    History, run: Int64
  ) {
    let copy = History(try Connection(copying: connection))
    let number = try copy.connection.write { db throws(HistoryFailure) in
      let number = try HistoryStore.insert(run, in: db)
      var writer = RunWriter(run, run: number, collection: collection, isBulk: false, in: db)
      try writer.write()
      return number
    }
    return (copy, number)
  }
}
