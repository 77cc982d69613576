// Draws the board from `data`, moves focus with the arrow keys, and tells of three things:
// open (a person), pick (a person about to be moved), drop (person and post).
// Whatever came from a workbook is set as text, never as HTML.

const boards = new WeakMap();

function el(tag, kind, text) {
  const node = document.createElement(tag);
  if (kind) node.className = kind;
  if (text !== undefined) node.textContent = text;
  return node;
}

function rowNode(row) {
  const node = el("div", `sxb-row ${row.kind}${row.cadre && row.movable ? " person" : ""}`);
  node.tabIndex = -1;
  node.dataset.post = row.post;
  node.dataset.cadre = row.cadre;
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", row.label);
  if (row.cadre && row.movable) node.draggable = true;
  const top = el("div", "top");
  top.append(el("span", "nm", row.name));
  const marks = el("span", "marks");
  for (const [kind, words] of row.marks) marks.append(el("span", `sxb-chip ${kind}`, words));
  top.append(marks);
  node.append(top);
  const below = el("div", "sxb-two-lines");
  below.append(el("div", "ti", row.title), el("div", "sxb-say"));
  node.append(below);
  return node;
}

function officeNode(office) {
  const node = el("section", "sxb-office");
  const head = el("header");
  head.append(el("span", "", office.name));
  if (office.note) head.append(el("span", "sxb-chip warn", office.note));
  head.append(el("b", "", office.badge));
  node.append(head);
  for (const row of office.rows) node.append(rowNode(row));
  return node;
}

function build(root, data) {
  const tip = el("div", "sxb-tip");
  tip.hidden = true;
  tip.setAttribute("role", "status");
  tip.setAttribute("aria-live", "polite");
  const lanes = el("div", "sxb-lanes");
  for (const lane of data.lanes) {
    const node = el("div", `sxb-lane${lane.wide ? " wide" : ""}`);
    const head = el("div", "sxb-head", lane.name);
    head.style.borderColor = lane.color;
    head.append(el("small", "", lane.sub));
    node.append(head);
    const columns = lane.columns.map((offices) => {
      const column = el("div", lane.wide ? "" : "sxb-lane");
      for (const office of offices) column.append(officeNode(office));
      return column;
    });
    if (lane.wide) {
      const two = el("div", "sxb-two");
      two.append(...columns);
      node.append(two);
    } else node.append(...columns);
    lanes.append(node);
  }
  root.replaceChildren(tip, lanes);
}

function annotate(root, state) {
  const { data, picked } = state;
  const told = picked && data.picked === picked ? data.verdicts : {};
  for (const node of root.querySelectorAll(".sxb-row")) {
    const said = told[node.dataset.post];
    node.classList.toggle("may", Boolean(said && said.lawful));
    node.classList.toggle("no", Boolean(said && !said.lawful));
    node.querySelector(".sxb-say").textContent = said ? said.words : "";
    node.title = said ? said.words : "";
    node.classList.toggle("chosen", Boolean(data.chosen) && node.dataset.cadre === data.chosen);
  }
  const tip = root.querySelector(".sxb-tip");
  tip.classList.toggle("bad", Boolean(data.refusal) && !picked);
  if (picked) {
    const wait = data.picked === picked ? data.words.moving : data.words.asking;
    const here = told[state.over] ? ` – ${told[state.over].words}` : "";
    tip.textContent = wait.replace("{name}", state.pickedName) + here;
  } else tip.textContent = data.refusal || "";
  tip.hidden = !tip.textContent;
}

function listen(root, state) {
  const rows = () => [...root.querySelectorAll(".sxb-row")];
  const at = (event) => event.target.closest && event.target.closest(".sxb-row");
  const focus = (node) => {
    for (const other of rows()) other.tabIndex = -1;
    node.tabIndex = 0;
    node.focus();
  };
  const over = (node) => {
    if (state.over === node.dataset.post) return;
    state.over = node.dataset.post;
    for (const other of rows()) other.classList.toggle("over", other === node);
    annotate(root, state);
  };
  const pick = (node) => {
    state.picked = node.dataset.cadre;
    state.pickedName = node.querySelector(".nm").textContent;
    annotate(root, state);
    state.tell("pick", state.picked);
  };
  const put = (node) => {
    const cadre = state.picked;
    const said = state.data.picked === cadre ? state.data.verdicts[node.dataset.post] : undefined;
    state.picked = "";
    if (said && !said.lawful) {
      state.data = { ...state.data, refusal: `${state.data.words.refused} ${said.words}` };
      annotate(root, state);
      return;
    }
    annotate(root, state);
    if (cadre && node.dataset.post) state.tell("drop", { cadre, post: node.dataset.post });
  };
  const cancel = () => {
    state.picked = "";
    state.over = "";
    for (const other of rows()) other.classList.remove("over");
    annotate(root, state);
  };
  root.addEventListener("click", (event) => {
    const node = at(event);
    if (!node) return;
    focus(node);
    if (state.picked) put(node);
    else if (node.dataset.cadre) state.tell("open", node.dataset.cadre);
    else state.tell("open", `post:${node.dataset.post}`);
  });
  root.addEventListener("dragstart", (event) => {
    const node = at(event);
    if (!node || !node.draggable) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", node.dataset.cadre);
    pick(node);
  });
  root.addEventListener("dragover", (event) => {
    const node = at(event);
    if (!node || !state.picked) return;
    event.preventDefault();
    over(node);
  });
  root.addEventListener("focusin", (event) => {
    const node = at(event);
    if (node && state.picked) over(node);
  });
  root.addEventListener("drop", (event) => {
    const node = at(event);
    if (!node || !state.picked) return;
    event.preventDefault();
    put(node);
  });
  root.addEventListener("dragend", () => {
    cancel();
  });
  root.addEventListener("keydown", (event) => {
    const node = at(event);
    if (!node) return;
    const all = rows();
    const place = all.indexOf(node);
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -place, End: all.length - 1 - place };
    if (event.key in steps) focus(all[Math.max(0, Math.min(all.length - 1, place + steps[event.key]))]);
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const offices = [...root.querySelectorAll(".sxb-office")];
      const here = offices.indexOf(node.closest(".sxb-office"));
      const next = offices[here + (event.key === "ArrowRight" ? 1 : -1)];
      if (next) focus(next.querySelector(".sxb-row"));
    } else if (event.key === "Enter") {
      if (state.picked) put(node);
      else if (node.dataset.cadre) state.tell("open", node.dataset.cadre);
      else state.tell("open", `post:${node.dataset.post}`);
    } else if (event.key === "Escape") {
      if (state.picked) state.tell("pick", "-");
      cancel();
    }
    else if ((event.key === "m" || event.key === "M") && node.draggable) pick(node);
    else return;
    event.preventDefault();
  });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let root = parentElement.querySelector(".sxb");
  let state = root && boards.get(root);
  if (!state) {
    root = el("div", "sxb");
    parentElement.append(root);
    state = { data, mark: "", picked: "", pickedName: "", over: "", tell: () => {} };
    boards.set(root, state);
    listen(root, state);
  }
  state.tell = (name, value) => setTriggerValue(name, value);
  state.data = data;
  if (state.mark !== data.mark) {
    state.mark = data.mark;
    state.picked = "";
    build(root, data);
    const first = root.querySelector(".sxb-row");
    if (first) first.tabIndex = 0;
  }
  annotate(root, state);
}
