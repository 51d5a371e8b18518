"use strict";

// What is typed goes to the server that sent this page, and nowhere else. Nothing is stored.

const OWN = "(your own)";

const EXAMPLES = [
  ["Late again", "This is the third time I'm writing. My parcel is late AGAIN!!",
    "We apologize for any inconvenience. Please restart the app."],
  ["Charged twice", "You charged me twice and it's a bit annoying.",
    "As stated, refunds take 3 days. Please calm down."],
  ["A death in the family", "My father died last week and I need to cancel his phone plan.",
    "Please fill in the form."],
  ["A plain question", "What time do you open tomorrow?", "We open at nine."],
  ["A kind reply", "My order is late again and I'm fed up.",
    "I can see why you're fed up, your order should have come on Monday. I'll send a new one today and you'll have it"
      + " by Friday."],
];

const $ = (id) => document.getElementById(id);

const page = {
  sound: null,          // the last own rubric without errors
  assessed: null,       // the last answer, and the texts that it is about
  busy: false,
  turn: 0,              // which question is the newest
  listed: "",           // which findings are in the list
  lit: null,            // which of them has its words lit
  again: false,
  thinking: 0,
  announcing: 0,
  linting: 0,
  checking: false,
  recheck: false,
};

// ---- talking to the server

async function send(path, body) {
  const options = body === undefined ? {} : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error || "status " + response.status);
  }
  return answer;
}

function question(explain) {
  const own = $("rubric").value === OWN;
  const channel = $("channel").value;
  return {
    customer: $("customer").value,
    agent: $("agent").value,
    detail: $("detail").value,
    explain,
    ...(own && page.sound !== null ? { yaml: page.sound } : own ? {} : { rubric: $("rubric").value }),
    ...(channel ? { facts: { channel } } : {}),
  };
}

/** Asks at once, one question at a time; what is typed meanwhile is asked when the answer is there. */
async function assess() {
  if (page.busy) {
    page.again = true;
    return;
  }
  page.busy = true;
  page.turn++;
  clearTimeout(page.thinking);
  try {
    await ask(false);
    page.thinking = setTimeout(explain, 350);
  } catch (error) {
    trouble(error);
  } finally {
    page.busy = false;
    if (page.again) {
      page.again = false;
      assess();
    }
  }
}

/** What would change it costs more, so it waits for a pause. */
async function explain() {
  if (page.busy || $("agent").value.trim() === "") {
    return;
  }
  try {
    await ask(true);
  } catch (error) {
    trouble(error);
  }
}

async function ask(explained) {
  const asked = question(explained);
  const turn = page.turn;
  const answer = await send("assess", asked);
  if (turn !== page.turn) {
    return;             // somebody went on typing
  }
  trouble(null);
  page.assessed = { customer: asked.customer, agent: asked.agent, answer };
  show(answer);
}

function trouble(error) {
  $("trouble").hidden = error === null;
  if (error !== null) {
    $("trouble").textContent = error instanceof TypeError
      ? "The server does not answer. Is it still running?"
      : "The server says: " + error.message;
  }
}

// ---- showing an answer

function show(answer) {
  underline();
  emotions(answer);
  score(answer.reply);
  advice(answer);
  bars(answer.reply);
  findings(answer.reply);
  repaired(answer.repaired);
  const text = JSON.stringify(answer.reply || answer.customer || {}, null, 2);
  $("json").textContent = text;
  $("data-size").textContent = answer.reply || answer.customer ? text.length.toLocaleString("en") + " characters" : "";
  announce(answer.reply);
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

const kindOf = (finding) => (finding.kind === "strength" ? "strength" : finding.severity);

/** What is critical looks like an error, and a little graver. */
const lookOf = (finding) => (finding.severity === "critical" ? "error critical" : kindOf(finding));

const fails = (finding) => finding.severity === "error" || finding.severity === "critical";

/** What is missing is missing from the whole of a draft, and has no words to mark. */
const isAboutWords = (finding) => finding.span && finding.because.some(
  (one) => one.role !== "missing" && one.span && one.message === finding.message);

function agentMarks() {
  const reply = page.assessed.answer.reply;
  return reply === undefined ? [] : reply.findings
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => isAboutWords(finding) && finding.message === reply.message)
    .map(({ finding, index }) => ({ ...finding.span, kind: lookOf(finding), index }));
}

/** Where the customer's message is marked: feelings, and what findings rest on. */
function customerMarks() {
  const { answer } = page.assessed;
  const customer = answer.customer;
  if (customer === undefined) {
    return [];
  }
  const marks = customer.hits
    .filter((hit) => hit.span && hit.strength !== undefined)
    .map((hit) => ({ ...hit.span, kind: "emotion", index: -1 }));
  for (const route of customer.routes) {
    marks.push(...evidence(route.because, customer.message, -1));
  }
  (answer.reply ? answer.reply.findings : [])
    .forEach((finding, index) => marks.push(...evidence(finding.because, customer.message, index)));
  return marks;
}

function evidence(because, message, index) {
  return because
    .filter((one) => one.span && one.message === message)
    .map((one) => ({ ...one.span, kind: "because", index }));
}

/** Marks both texts. What has changed since they were assessed loses its marks, the rest keeps them. */
function underline() {
  if (page.assessed !== null) {
    paint("customer", page.assessed.customer, customerMarks());
    paint("agent", page.assessed.agent, agentMarks());
  }
}

function paint(id, before, marks) {
  const text = $(id).value;
  const kept = text === before ? marks : moved(marks, before, text);
  const cuts = new Set([0, text.length]);
  kept.forEach((mark) => cuts.add(mark.start).add(mark.end));
  const places = [...cuts].sort((a, b) => a - b);
  const parts = [];
  for (let i = 0; i + 1 < places.length; i++) {
    const here = kept.filter((mark) => mark.start <= places[i] && places[i + 1] <= mark.end);
    const words = text.slice(places[i], places[i + 1]);
    if (here.length === 0) {
      parts.push(words);
    } else {
      const mark = element("mark", [...new Set(here.map((one) => one.kind))].join(" "), words);
      mark.dataset.findings = here.map((one) => one.index).join(" ");
      mark.classList.toggle("lit", here.some((one) => one.index === page.lit));
      parts.push(mark);
    }
  }
  // A line's end at the end of a block takes no room unless something follows it.
  $(id + "-marks").replaceChildren(...parts, "\u200b");
}

function moved(marks, before, text) {
  const most = Math.min(before.length, text.length);
  let same = 0;
  while (same < most && before[same] === text[same]) {
    same++;
  }
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === text[text.length - 1 - tail]) {
    tail++;
  }
  const by = text.length - before.length;
  return marks
    .filter((mark) => mark.end <= same || mark.start >= before.length - tail)
    .map((mark) => (mark.end <= same ? mark : { ...mark, start: mark.start + by, end: mark.end + by }));
}

const DESKS = {
  "any-agent": "a person should answer",
  "strong-agent": "an agent should answer who is strong in ",
  "person-now": "a person at once",
};

function emotions({ customer, desk }) {
  const chips = [];
  if (customer !== undefined) {
    for (const one of customer.emotions.filter((emotion) => emotion.message === customer.message)) {
      chips.push(element("li", "", one.strength === undefined ? one.emotion : one.emotion + " " + one.strength));
    }
    if (desk.kind !== "bot") {
      const reason = desk.reason ? ": " + desk.reason : "";
      const text = DESKS[desk.kind] + (desk.strength || "") + reason;
      chips.push(element("li", desk.kind === "person-now" ? "desk now" : "desk", text));
    }
  }
  $("emotions").replaceChildren(...chips);
}

function score(reply) {
  const has = reply !== undefined && reply.score !== undefined;
  $("number").textContent = has ? Math.round(reply.score) : "–";
  $("band").textContent = has ? reply.band : "";
  $("score").className = "score" + (reply === undefined ? "" : reply.passed ? " passed" : " failed");
  $("passed").textContent = reply === undefined ? "Write a draft to see its score." : verdict(reply);
}

function verdict(reply) {
  if (reply.status === "other-language") {
    return "Hardly in the rubric's language: not judged.";
  }
  const errors = reply.findings.filter(fails).length;
  const why = errors > 0 ? (errors === 1 ? ": 1 error" : ": " + errors + " errors") : reply.passed ? "" : ": below the mark";
  return (reply.passed ? "passes" : "does not pass") + why;
}

function advice({ reply, advice: sentences }) {
  const change = reply === undefined ? undefined : [...reply.toPass, ...reply.toNextBand][0];
  $("advice-card").hidden = !sentences;
  // In the explained form the advice ends with the change that stands below it.
  $("advice").textContent = sentences ? sentences.split(" The smallest change that ")[0] : "";
  $("change").hidden = change === undefined;
  if (change !== undefined) {
    const steps = [
      ...change.add.map((cue) => "add " + cue),
      ...change.remove.map((cut) => "take out " + (cut.quote ? "“" + cut.quote + "”" : cut.cue)),
    ];
    $("change").textContent = "Smallest change: " + steps.join(", ") + " → " + Math.round(change.score)
      + (change.band ? " " + change.band : "");
  }
}

function bars(reply) {
  $("bars").replaceChildren(...(reply === undefined ? [] : reply.dimensions).map((dimension) => {
    const item = element("li", dimension.assessed ? (dimension.score < 40 ? "low" : "") : "skipped");
    const track = element("div", "track");
    const fill = element("div", "fill");
    fill.style.setProperty("--score", dimension.assessed ? dimension.score : 0);
    track.append(fill);
    item.append(element("span", "name", dimension.id), track,
      element("span", "value", dimension.assessed ? Math.round(dimension.score) : "–"));
    item.title = dimension.assessed
      ? dimension.passes + " of " + dimension.opportunities + " rules passed, weight " + dimension.weight
      : "nothing to judge here";
    return item;
  }));
}

const SIGNS = { critical: "!", error: "!", warning: "!", suggestion: "i", strength: "✓" };

function findings(reply) {
  const all = reply === undefined ? [] : reply.findings;
  const key = JSON.stringify(all.map((f) => [f.rule, f.kind, f.severity, f.explanation, f.praise, f.suggestion, f.span]));
  if (key === page.listed) {
    return;
  }
  page.listed = key;
  page.lit = null;
  // Whoever stands in the list stays where they are.
  const focused = [...$("findings").querySelectorAll("button")].indexOf(document.activeElement);
  $("findings").replaceChildren(...all.map((finding, index) => item(finding, index)));
  if (focused >= 0) {
    const buttons = $("findings").querySelectorAll("button");
    (buttons[Math.min(focused, buttons.length - 1)] || $("agent")).focus();
  }
  $("no-findings").hidden = all.length > 0;
  $("no-findings").textContent = reply === undefined ? "Nothing to say yet." : "Nothing stands out.";
}

function item(finding, index) {
  const kind = kindOf(finding);
  const button = element("button");
  button.type = "button";
  const text = element("span", "text");
  text.append(finding.explanation || finding.praise || finding.rule);
  if (finding.suggestion) {
    text.append(element("span", "why", finding.suggestion));
  }
  text.append(element("span", "rule", kind + " · " + finding.rule + (finding.dimension ? " · " + finding.dimension : "")));
  button.append(element("span", "sign", SIGNS[kind]), text);
  for (const [begin, end] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
    button.addEventListener(begin, () => light(index, true));
    button.addEventListener(end, () => light(index, false));
  }
  button.addEventListener("click", () => select(finding));
  const made = element("li", lookOf(finding));
  made.append(button);
  return made;
}

function light(index, on) {
  page.lit = on ? index : null;
  for (const mark of document.querySelectorAll(".marks mark")) {
    if (mark.dataset.findings.split(" ").includes(String(index))) {
      mark.classList.toggle("lit", on);
    }
  }
}

/** Goes to the words that a finding is about. */
function select(finding) {
  $("agent").focus();
  if (isAboutWords(finding)) {
    $("agent").setSelectionRange(finding.span.start, finding.span.end);
  }
}

const REPAIRS = {
  mended: "with the rubric's own words; read it before you send it",
  template: "nothing of the draft could stay; this is the rubric's template",
};

function repaired(mended) {
  const shown = mended !== undefined && mended.kind !== "unchanged";
  $("repaired").hidden = !shown;
  if (shown) {
    $("repaired-note").textContent = "· " + Math.round(mended.score) + " " + mended.band + " · " + REPAIRS[mended.kind];
    $("repaired-text").textContent = mended.text;
  }
}

/** For those who listen: the outcome, once the typing has paused. */
function announce(reply) {
  clearTimeout(page.announcing);
  page.announcing = setTimeout(() => {
    $("announcement").textContent = reply === undefined || reply.score === undefined
      ? "" : "Score " + Math.round(reply.score) + ", " + reply.band + ", " + verdict(reply);
  }, 900);
}

// ---- the rubric

function rubricTyped() {
  if ($("rubric").value !== OWN) {
    $("rubric").value = OWN;
  }
  clearTimeout(page.linting);
  page.linting = setTimeout(lint, 120);
}

/** One check at a time, as it may take a second; what is typed meanwhile is checked when that is done. */
async function lint() {
  if (page.checking) {
    page.recheck = true;
    return;
  }
  page.checking = true;
  try {
    do {
      page.recheck = false;
      await check($("yaml").value);
    } while (page.recheck);
  } catch (error) {
    trouble(error);
  } finally {
    page.checking = false;
  }
}

/** Form, names and phrases first; examples, which take longer, when those are sound. */
async function check(yaml) {
  const quick = await send("lint", { yaml, examples: false });
  if (page.recheck) {
    return;             // somebody went on typing
  }
  lints(quick.issues, true);
  if (quick.issues.some((issue) => issue.level === "error")) {
    return;
  }
  page.sound = yaml;
  assess();
  const whole = await send("lint", { yaml, examples: true });
  if (!page.recheck) {
    lints(whole.issues, false);
  }
}

function lints(issues, more) {
  const errors = issues.filter((issue) => issue.level === "error").length;
  const summary = errors > 0
    ? errors + (errors === 1 ? " error" : " errors") + ", the last sound rubric stays in use"
    : more ? "sound; running its examples…"
      : issues.length > 0 ? issues.length + (issues.length === 1 ? " note" : " notes") : "sound, in use";
  $("lint-summary").textContent = summary;
  $("lint-summary").classList.toggle("bad", errors > 0);
  $("lints").replaceChildren(...issues.slice(0, 50).map((issue) => {
    const button = element("button");
    button.type = "button";
    button.append(element("span", "where",
      "line " + issue.line + ", column " + issue.column + " · " + issue.level + " " + issue.code));
    button.append((issue.path ? issue.path + ": " : "") + issue.message);
    if (issue.hint) {
      button.append(element("span", "hint", issue.hint));
    }
    button.addEventListener("click", () => goTo(issue));
    const made = element("li", issue.level);
    made.append(button);
    return made;
  }));
}

function goTo(issue) {
  const lines = $("yaml").value.split("\n");
  let start = 0;
  for (let i = 0; i < issue.line - 1 && i < lines.length; i++) {
    start += lines[i].length + 1;
  }
  start += issue.column - 1;
  const yaml = $("yaml");
  yaml.focus();
  yaml.setSelectionRange(start, start + issue.length);
  yaml.scrollTop = (issue.line - 4) * parseFloat(getComputedStyle(yaml).lineHeight);
}

function rubricChosen() {
  if ($("rubric").value === OWN) {
    $("editor").open = true;
    lint();
  } else {
    assess();
  }
}

/** Tab indents, as a writer of YAML expects; Escape leaves, so that the keyboard is never caught. */
function rubricKey(event) {
  if (event.key === "Escape") {
    document.querySelector("#editor summary").focus();
  } else if (event.key === "Tab" && !event.shiftKey) {
    event.preventDefault();
    const yaml = $("yaml");
    yaml.setRangeText("  ", yaml.selectionStart, yaml.selectionEnd, "end");
    rubricTyped();
  }
}

// ---- beginning

function options(select, names) {
  select.append(...names.map((name) => new Option(name, name)));
}

function fill([, customer, agent]) {
  $("customer").value = customer;
  $("agent").value = agent;
  typed();
}

function typed() {
  if (page.assessed === null) {
    paint("customer", $("customer").value, []);
    paint("agent", $("agent").value, []);
  }
  underline();
  assess();
}

async function begin() {
  options($("example"), EXAMPLES.map(([name]) => name));
  $("example").addEventListener("change", () => fill(EXAMPLES[$("example").selectedIndex]));
  $("customer").addEventListener("input", typed);
  $("agent").addEventListener("input", typed);
  $("channel").addEventListener("change", assess);
  $("detail").addEventListener("change", assess);
  $("rubric").addEventListener("change", rubricChosen);
  $("yaml").addEventListener("input", rubricTyped);
  $("yaml").addEventListener("keydown", rubricKey);
  $("choices").addEventListener("submit", (event) => event.preventDefault());
  $("use").addEventListener("click", () => {
    $("agent").value = $("repaired-text").textContent;
    $("agent").focus();
    typed();
  });
  try {
    const known = await send("rubrics");
    options($("rubric"), [...known.rubrics, OWN]);
    options($("channel"), known.channels);
    $("yaml").value = await (await fetch("starter.yaml")).text();
  } catch (error) {
    trouble(error);
  }
  fill(EXAMPLES[0]);
}

begin();
