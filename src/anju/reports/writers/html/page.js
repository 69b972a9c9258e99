"use strict";
// 页面没有这段也能用；有了它，关闭数卡回到刚才的位置，列表可以查找，打印时全部展开。
(function () {
  var from = null;
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.figure");
    if (link) { from = link; return; }
    if (event.target.closest(".card .close")) { event.preventDefault(); shut(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && document.querySelector(".card:target")) { shut(); }
  });
  function shut() {
    var x = window.scrollX, y = window.scrollY;
    window.location.hash = "closed";
    window.scrollTo(x, y);
    if (from) { from.focus({ preventScroll: true }); }
  }
  window.addEventListener("hashchange", function () {
    var card = document.querySelector(".card:target");
    if (card) { card.scrollTop = 0; card.focus({ preventScroll: true }); }
  });
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open]):not(.kept)"));
    opened.forEach(function (each) { each.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (each) { each.open = false; });
  });
  var list = document.getElementById("figure-list");
  if (list) {
    var label = document.createElement("label");
    var field = document.createElement("input");
    field.type = "search";
    label.className = "find";
    label.append("查找 ", field);
    list.parentNode.before(label);
    field.addEventListener("input", function () {
      var word = field.value.trim();
      list.querySelectorAll("tbody tr").forEach(function (row) {
        row.hidden = word !== "" && row.textContent.indexOf(word) < 0;
      });
    });
  }
})();
