// Marks the span of the address (#c120-180) in the text, shows it and puts the focus on it.
// Offsets count characters of the document: elements with data-s say where theirs begin, .aside is not the document's.
(function () {
  "use strict";
  var text = document.getElementById("main");

  function unmark() {
    text.querySelectorAll("mark.cited").forEach(function (mark) {
      var parent = mark.parentNode;
      while (mark.firstChild) parent.insertBefore(mark.firstChild, mark);
      parent.removeChild(mark);
      parent.normalize();
    });
  }

  // The pieces of text nodes below `element` that lie in [start, end), as [node, from, to] in UTF-16 units.
  function pieces(element, start, end) {
    var found = [];
    var at = Number(element.dataset.s);
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, function (node) {
      if (node.nodeType === 1) return node.classList.contains("aside") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      return NodeFilter.FILTER_ACCEPT;
    });
    for (var node = walker.nextNode(); node && at < end; node = walker.nextNode()) {
      var from = -1, unit = 0;
      for (var char of node.data) {
        if (at >= start && at < end && from < 0) from = unit;
        if (at >= end) break;
        at += 1;
        unit += char.length;
      }
      if (from >= 0) found.push([node, from, unit]);
    }
    return found;
  }

  function cite() {
    var asked = /^#c(\d+)-(\d+)$/.exec(location.hash);
    unmark();
    if (!asked) return;
    var start = Number(asked[1]), end = Number(asked[2]), found = [];
    text.querySelectorAll("[data-s]").forEach(function (element) {
      found = found.concat(pieces(element, start, end));
    });
    var first = null;
    found.forEach(function (piece) {
      var range = document.createRange();
      range.setStart(piece[0], piece[1]);
      range.setEnd(piece[0], piece[2]);
      var mark = document.createElement("mark");
      mark.className = "cited";
      range.surroundContents(mark);
      first = first || mark;
    });
    if (!first) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: found.length > 6 ? "start" : "center" });
  }

  var contents = document.querySelector(".contents");
  if (contents && matchMedia("(max-width: 59.99em)").matches) contents.open = false;
  addEventListener("hashchange", cite);
  cite();
})();
