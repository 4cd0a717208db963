enum PlaceholderCurateStages {}
