import CurateCore
import Foundation
import Testing

@Suite struct JSONWriterTests {
  private func text(_ layout: JSONWriter.Layout = .compact, _ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(layout)
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func sample(_ json: inout JSONWriter) {
    json.object { json in
      json.member("name", "Reading")
      json.member("run", nil as Int?)
      json.member("empty", [])
      json.array("links") { json in
        json.value(12)
        json.object { $0.member("kept", true) }
      }
    }
  }

  @Test func commasAreInserted() {
    #expect(text(.compact, sample) == #"{"name":"Reading","empty":[],"links":[12,{"kept":true}]}"#)
  }

  @Test func indentedLayoutHasOneMemberPerLine() {
    #expect(
      text(.indented, sample) == """
        {
          "name": "Reading",
          "empty": [],
          "links": [
            12,
            {
              "kept": true
            }
          ]
        }
        """)
  }

  @Test func linesAreSeparateTexts() {
    let lines = text { json in
      for number in 1...2 {
        json.array { $0.value(number) }
        json.endLine()
      }
    }
    #expect(lines == "[1]\n[2]\n")
  }

  @Test func everyScalarComesBackFromAReader() throws {
    let scalars = (0...0x2100).compactMap { Unicode.Scalar($0 as UInt32) } + ["\u{FEFF}", "🍵"]
    let sent = String(String.UnicodeScalarView(scalars))
    let json = text { $0.array { $0.value(sent) } }
    #expect(!json.utf8.contains { $0 < 0x20 || $0 == 0x7F })
    #expect(!json.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String] == [sent])
  }

  @Test func numbersComeBackFromAReader() throws {
    let numbers = [0, -1.5, 21.5, 1e-7, 1e21, 0.1, .greatestFiniteMagnitude]
    let json = text { json in json.array { json in for number in numbers { json.value(number) } } }
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Double] == numbers)
    #expect(text { $0.array { $0.value(Double.infinity) } } == "[null]")
    #expect(text { $0.value(Int64.min) } == "-9223372036854775808")
  }
}
