/// Formats counts for messages, independent of the locale.
extension Int {
  /// The number with a comma between thousands: `1,072`.
  package var grouped: String {
    let digits = Array(String(magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + text
  }

  /// Returns the number with its noun: `1 link`, `2 links`.
  package func pluralized(_ singular: String, _ plural: String? = nil) -> String {
    "\(grouped) \(self == 1 ? singular : plural ?? singular + "s")"
  }
}
