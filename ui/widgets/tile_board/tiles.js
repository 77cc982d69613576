// One button for each unit; names come from a workbook and are only ever set as text.

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let root = parentElement.querySelector(".sxt");
  if (!root) {
    root = document.createElement("div");
    root.className = "sxt";
    parentElement.append(root);
  }
  const wide = Math.max(0, ...data.tiles.map((tile) => tile.column)) + 1;
  root.style.gridTemplateColumns = `repeat(${wide}, minmax(0, 1fr))`;
  root.replaceChildren(
    ...data.tiles.map((tile) => {
      const node = document.createElement("button");
      node.className = `l${tile.level}`;
      node.style.gridRow = tile.row + 1;
      node.style.gridColumn = tile.column + 1;
      node.textContent = tile.text;
      node.title = tile.label;
      node.setAttribute("aria-label", tile.label);
      node.addEventListener("click", () => setTriggerValue("open", tile.code));
      return node;
    }),
  );
}
