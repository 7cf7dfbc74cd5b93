/*
 * First script of the task pane, in the oldest JavaScript (ES5), so that it also runs in the Internet Explorer view of
 * old Offices: says plainly when this Office is too old or office.js did not load. Everything else is in main.tsx.
 */
(function () {
  "use strict";
  var say = function (id) {
    var root = document.getElementById("root");
    var message = document.getElementById(id);
    if (root) root.style.display = "none";
    if (message) message.removeAttribute("hidden");
  };
  window.taizhangSay = say;

  var modern =
    typeof window.Promise === "function" &&
    typeof window.Map === "function" &&
    typeof window.fetch === "function" &&
    "noModule" in document.createElement("script");
  if (!modern) {
    document.addEventListener("DOMContentLoaded", function () {
      say("too-old");
    });
    return;
  }

  var office = document.getElementById("office-js");
  if (office) {
    office.addEventListener("error", function () {
      say("no-office");
    });
  }
})();
