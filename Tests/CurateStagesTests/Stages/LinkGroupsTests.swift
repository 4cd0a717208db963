import Testing

@testable import CurateStages

@Suite struct LinkGroupsTests {
  @Test func elementsWithOneNumberFormAGroup() {
    var groups = NumberedGroups()
    for number in [4, 2, nil, 4, 0, 2, 4] { groups.append(number) }
    #expect(groups.ofSeveral(below: 5) == [[0, 3, 6], [1, 5]])
  }

  @Test func aNumberThatOccursOnceFormsNoGroup() {
    var groups = NumberedGroups()
    for number in [0, 1, nil] { groups.append(number) }
    #expect(groups.ofSeveral(below: 2).isEmpty)
  }

  @Test func elementsWithOneNameFormAGroup() {
    var groups = NamedGroups()
    groups.add(0, to: "tea")
    groups.add(1, to: "")
    groups.add(2, to: "tea")
    // Twice in a row counts once.
    groups.add(2, to: "tea")
    groups.add(3, to: "pot")
    #expect(groups.ofSeveral == [[0, 2]])
  }
}
