/*
 * First script of the task pane, in the oldest JavaScript (ES5), so that it also runs in the Internet Explorer view of
 * old Offices: says plainly when this Office is too old, or when office.js is slow or does not load. Everything else is
 * in main.tsx.
 */
(function () {
  "use strict";
  var MESSAGES = ["waiting", "too-old", "no-office", "no-program", "not-excel"];
  /** Milliseconds after which a pane without office.js says what it is waiting for. */
  var PATIENCE = 5000;

  /** Shows one of the plain messages instead of the app; null shows none. */
  var say = function (id) {
    var index, message;
    for (index = 0; index < MESSAGES.length; index += 1) {
      message = document.getElementById(MESSAGES[index]);
      if (message) {
        if (MESSAGES[index] === id) message.removeAttribute("hidden");
        else message.setAttribute("hidden", "hidden");
      }
    }
    if (id) document.documentElement.setAttribute("data-message", id);
    else document.documentElement.removeAttribute("data-message");
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

  var scriptMissing = function (event) {
    var target = event.target;
    if (!target || target.tagName !== "SCRIPT") return;
    if (target.id === "office-js") say("no-office");
    // Scripts that come later are the app's own matter: it is there by then, and offers to try again.
    else if (!document.getElementById("root").firstChild) say("no-program");
  };
  // The element of office.js comes after this script, and errors of scripts don't bubble: hence the capture.
  window.addEventListener("error", scriptMissing, true);
  document.addEventListener("click", function (event) {
    if (event.target && event.target.hasAttribute && event.target.hasAttribute("data-reload")) window.location.reload();
  });
  window.setTimeout(function () {
    if (typeof window.Office === "undefined" && !document.documentElement.hasAttribute("data-message")) say("waiting");
  }, PATIENCE);
})();
