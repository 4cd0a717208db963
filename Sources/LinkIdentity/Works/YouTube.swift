extension WorkID.Scheme {
  static let youtube = WorkID.Scheme("youtube", category: .video)
}

extension WorkRecognizer {
  /// Videos on YouTube.
  static let youtube = WorkRecognizer(
    schemes: [.youtube],
    hosts: ["youtube.com", "youtu.be", "music.youtube.com", "youtube-nocookie.com"],
    ignoresDOIs: true,
    examples: [
      "https://youtu.be/dQw4w9WgXcQ?t=90": "youtube:dQw4w9WgXcQ t=90",
      "https://m.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1": "youtube:dQw4w9WgXcQ list=PL1",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ": "youtube:dQw4w9WgXcQ",
      "https://www.youtube.com/playlist?list=PL1": "none",
    ],
    work: { key in
      guard let video = youtubeVideo(key), video.isYouTubeVideo else { return nil }
      var attributes: [WorkID.Attribute] = []
      if let moment = key.query.parameter("t") ?? key.query.parameter("start") ?? key.fragment.parameter("t"),
        !moment.isEmpty
      {
        attributes.append(.init(name: "t", value: moment.string))
      }
      if let list = key.query.parameter("list"), !list.isEmpty {
        attributes.append(.init(name: "list", value: list.string))
      }
      return WorkID(scheme: .youtube, value: video.string, attributes: attributes)
    })
}

/// The text at the place of the video id.
private func youtubeVideo(_ key: PageKey) -> Bytes? {
  let path = key.relativePath
  if key.host == "youtu.be" { return path }
  if path == "watch" { return key.query.parameter("v") }
  return path.after("embed/") ?? path.after("shorts/") ?? path.after("v/") ?? path.after("live/") ?? path.after("e/")
}

extension ScannedURL {
  /// The video of a `youtu.be` link.
  var shortYouTubeVideo: Bytes? {
    guard host == "youtu.be", port == nil, let video = bytes[path].after("/"), video.isYouTubeVideo else { return nil }
    return video
  }
}

extension Bytes {
  /// Whether this canonical host belongs to YouTube.
  var isYouTube: Bool {
    switch withoutRootDot.last {
    case UInt8(ascii: "e"): return isHost("youtu.be")
    case UInt8(ascii: "m"): return isHost("youtube.com") || isHost("youtube-nocookie.com")
    default: return false
    }
  }

  fileprivate var isYouTubeVideo: Bool {
    count == 11 && allSatisfy { $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore }
  }
}
