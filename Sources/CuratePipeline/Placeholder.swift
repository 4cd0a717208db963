enum PlaceholderCuratePipeline {}
