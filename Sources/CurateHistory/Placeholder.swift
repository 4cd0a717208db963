enum PlaceholderCurateHistory {}
