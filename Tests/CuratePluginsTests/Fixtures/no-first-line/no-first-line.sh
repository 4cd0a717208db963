tea
