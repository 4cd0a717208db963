#!/usr/bin/env swift
// Reports entries whose title or URL names an old year.
import Foundation

struct Message: Decodable {
  var t: String
  var n: Int?
  var options: Options?
  var item: Item?
}

struct Options: Decodable {
  var now = 0
  var age = 0
}

struct Item: Decodable {
  var url: String
  var title: String
  var role: String
}

/// Returns the newest year from 1990 on in a text: four digits without further digits before or after them, not even
/// after a point or comma, as in '2012.01234'. Directly after a letter, as in 'expo2009', only years from 2000 on count: older ones
/// are years of birth in user names.
func newestYear(in text: Substring, upTo now: Int) -> Int? {
  let bytes = Array(text.utf8)
  func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && (48...57).contains(bytes[index]) }
  func isPoint(_ index: Int) -> Bool { bytes.indices.contains(index) && (bytes[index] == 46 || bytes[index] == 44) }
  func isLetter(_ index: Int) -> Bool { bytes.indices.contains(index) && (97...122).contains(bytes[index] | 32) }
  var newest: Int?
  var index = 0
  while index < bytes.count {
    let start = index
    while isDigit(index) { index += 1 }
    let joined = isPoint(index) && isDigit(index + 1) || isPoint(start - 1) && isDigit(start - 2)
    if index - start == 4, !joined {
      let year = bytes[start..<index].reduce(0) { $0 * 10 + Int($1) - 48 }
      if year >= (isLetter(start - 1) ? 2000 : 1990), year <= now { newest = max(newest ?? 0, year) }
    }
    index = max(index, start + 1)
  }
  return newest
}

/// Returns the part of a URL between its host and its query.
func path(of url: String) -> Substring {
  guard let host = url.range(of: "://"), let slash = url[host.upperBound...].firstIndex(of: "/") else { return "" }
  return url[slash...].prefix { $0 != "?" && $0 != "#" }
}

var options = Options()
let decoder = JSONDecoder()
while let line = readLine() {
  let message = try decoder.decode(Message.self, from: Data(line.utf8))
  if message.t == "hello", let given = message.options {
    options = given
    print(#"{"t":"ready","protocol":1}"#)
    // Output to a pipe is buffered. curate waits for this message, so flush it.
    fflush(nil)
  } else if let n = message.n, let item = message.item {
    let years = [item.title[...], path(of: item.url)].compactMap { newestYear(in: $0, upTo: options.now) }
    if item.role == "entry", let year = years.max(), options.now - year > options.age {
      let what = "names \(year), more than \(options.age) years before \(options.now)"
      print(#"{"t":"find","n":\#(n),"severity":"note","rule":"stale-year","message":"\#(what)"}"#)
    }
    print(#"{"t":"keep","n":\#(n)}"#)
  } else if message.t == "end" {
    print(#"{"t":"done"}"#)
  }
}
