// What the chat does beyond Gradio: sources open where a mark points, starter questions fill the box, answers are
// copied, shared, printed and judged. Works on what the server has escaped; puts no string into HTML.
(() => {
  "use strict";
  const words = () => document.getElementById("said").dataset;
  const say = (text) => { document.getElementById("said").textContent = text; };
  const flash = (button, text) => {
    const before = button.dataset.before ?? button.textContent;
    button.dataset.before = before;
    button.textContent = text;
    say(text);
    setTimeout(() => { button.textContent = before; }, 2000);
  };

  const openSource = (name) => {
    const source = document.getElementById(name);
    if (!source) return;
    source.open = true;
    document.querySelectorAll(".sources details.shown").forEach((other) => other.classList.remove("shown"));
    source.classList.add("shown");
    source.querySelector("summary").focus({ preventScroll: true });
    source.scrollIntoView({ block: "nearest" });
  };

  const put = (question) => {
    const box = document.querySelector("#question textarea");
    const send = document.querySelector("button#send, #send button");
    if (!box || !send) return false;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, question);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => send.click(), 0);
    return true;
  };

  const plain = (reply) => {
    const asked = reply.closest(".message-row")?.previousElementSibling;
    const lines = [...reply.querySelectorAll(".text > p, .text li")].map((line) => line.textContent);
    const sources = [...reply.querySelectorAll(".sources details")].map((source) => {
      const number = source.querySelector(".no").lastChild.textContent;
      const path = source.querySelector(".path").textContent;
      const link = source.querySelector("a.original").href;
      return `[${number}] ${path}\n${source.querySelector("mark").textContent}\n${link}`;
    });
    const question = asked?.querySelector(".asked span:last-child")?.textContent ?? "";
    return [question, lines.join("\n"), ...sources].filter(Boolean).join("\n\n");
  };

  const copy = async (button, text, said) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea"); // a page without https has no clipboard of its own
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    flash(button, said);
  };

  const judge = async (button) => {
    const box = button.closest(".judge");
    const [token, verdict, reason = ""] = button.id.split("-");
    const reply = await fetch("/feedback", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, verdict, reason }),
    }).catch(() => ({ ok: false }));
    box.querySelectorAll(".act").forEach((act) => act.classList.toggle("chosen", reply.ok && button.id.startsWith(act.id)));
    const why = box.querySelector(".why");
    why.classList.toggle("shut", !(reply.ok && verdict === "bad" && !reason));
    if (why.classList.contains("shut")) {
      let thanks = box.querySelector(".thanks");
      if (!thanks) { thanks = document.createElement("span"); thanks.className = "thanks"; why.before(thanks); }
      thanks.textContent = reply.ok ? words().thanks : words().notKept;
      say(thanks.textContent);
    } else {
      why.querySelector("button").focus();
    }
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = event.target.closest("a.cite, a.ask, .act");
    if (!at) return;
    if (at.matches("a.cite")) { event.preventDefault(); openSource(at.hash.slice(1)); }
    else if (at.matches("a.ask")) { if (put(new URL(at.href).searchParams.get("q"))) event.preventDefault(); }
    else if (at.matches(".share")) { event.preventDefault(); copy(at, at.href, words().shared); }
    else if (at.matches(".copy")) copy(at, plain(at.closest(".reply")), words().copied);
    else if (at.matches(".print")) window.print();
    else judge(at);
  });
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll(".sources details").forEach((source) => { source.open = true; });
  });

  // Gradio names each message by its whole markup, the log in English, and the page's language by the browser's;
  // readers who listen get the words, and the language they are in.
  const tidy = () => {
    const root = document.documentElement;
    if (root.lang !== root.dataset.language) root.lang = root.dataset.language;
    document.querySelectorAll("#chat [data-testid][aria-label]").forEach((message) => message.removeAttribute("aria-label"));
    const log = document.querySelector("#chat [role=log]");
    if (log && log.getAttribute("aria-label") !== words().conversation) log.setAttribute("aria-label", words().conversation);
  };

  // Gradio draws the page late: what the address asks for waits for the box; a new question comes into view.
  const asked = new URLSearchParams(location.search).get("q");
  let waiting = Boolean(asked?.trim());
  let last = null;
  new MutationObserver(() => {
    if (waiting && put(asked)) waiting = false;
    const questions = document.querySelectorAll("#chat .asked");
    const newest = questions[questions.length - 1]?.id ?? null;
    if (newest && newest !== last) {
      questions[questions.length - 1].scrollIntoView({ block: "start" });
      if (matchMedia("(pointer: coarse)").matches) document.activeElement?.blur(); // the keyboard would cover the answer
    }
    last = newest;
    tidy();
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label", "lang"] });
})();
