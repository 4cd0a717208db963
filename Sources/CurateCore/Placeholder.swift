enum PlaceholderCurateCore {}
