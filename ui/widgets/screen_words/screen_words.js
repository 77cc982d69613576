// Built-in texts of the widgets that have no setting for them: exact texts, then patterns. In
// English it is the other way round: theirs stay, and the app's own texts are put into English.

const WORDS = {
  "Skip to main content": "Đến nội dung chính",
  "Collapse sidebar": "Thu gọn thanh bên",
  "Expand sidebar": "Mở thanh bên",
  Sidebar: "Thanh bên",
  "Choose an option": "Chọn",
  "Choose options": "Chọn",
  "Choose date": "Chọn ngày",
  "Clear all": "Bỏ tất cả",
  "Clear value": "Bỏ giá trị",
  "Clear date": "Bỏ ngày",
  "No results": "Không có kết quả",
  "No options to select.": "Không có gì để chọn.",
  "Press Enter to apply": "Bấm Enter để nhận",
  "Press Enter to submit form": "Bấm Enter để gửi",
  Upload: "Chọn tệp …",
  Uploading: "Đang tải lên",
  "file upload": "tải tệp lên",
  "Browse files": "Chọn tệp",
  "Drag and drop file here": "Kéo tệp vào đây",
  Increment: "Tăng",
  Decrement: "Giảm",
  Dismiss: "Đóng",
  Close: "Đóng",
  Open: "Mở",
  Search: "Tìm",
  "Show/hide columns": "Hiện, ẩn cột",
  "Download as CSV": "Tải về dạng CSV",
  Fullscreen: "Toàn màn hình",
  "Exit fullscreen": "Thôi toàn màn hình",
  "View fullscreen": "Toàn màn hình",
  "Close fullscreen": "Thôi toàn màn hình",
  "Selected values": "Giá trị đã chọn",
  "Link to heading": "Liên kết đến mục này",
  "Sort ascending": "Xếp tăng dần",
  "Sort descending": "Xếp giảm dần",
  "Hide column": "Ẩn cột",
  "Pin column": "Giữ cột",
  "Unpin column": "Thôi giữ cột",
  Autosize: "Vừa khít",
  Format: "Định dạng",
  "Select all": "Chọn tất cả",
  Previous: "Trước",
  Next: "Sau",
  "Previous month": "Tháng trước",
  "Next month": "Tháng sau",
  "Running...": "Đang chạy …",
  "Connection error": "Mất kết nối",
  "Please wait...": "Hãy chờ …",
  "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower right of your app).":
    "Ứng dụng gặp lỗi. Dữ liệu đã lưu không mất; tải lại trang để làm tiếp.",
  "Copy": "Chép",
  true: "có",
  false: "không",
  "Ask Google": "",
  "Ask ChatGPT": "",
  dd: "ngày",
  mm: "tháng",
  yyyy: "năm",
  Mon: "T2", Tue: "T3", Wed: "T4", Thu: "T5", Fri: "T6", Sat: "T7", Sun: "CN",
  Mo: "T2", Tu: "T3", We: "T4", Th: "T5", Fr: "T6", Sa: "T7", Su: "CN",
};
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];
const MONTH = MONTHS.join("|");
const month = (name) => MONTHS.indexOf(name) + 1;
const PATTERNS = [
  [/^Help for (.+)$/s, (m) => `Giải thích: ${m[1]}`],
  [/^Remove (.+)$/s, (m) => `Bỏ ${m[1]}`],
  [/^(\d+) options? available\.?$/, (m) => `Có ${m[1]} lựa chọn.`],
  [/^(\d+)MB per file(.*)$/, (m) => `Tệp đến ${m[1]} MB`],
  [/^Limit (\d+)MB per file(.*)$/, (m) => `Tệp đến ${m[1]} MB`],
  [/^month, (.+)$/s, (m) => `tháng, ${m[1]}`],
  [/^year, (.+)$/s, (m) => `năm, ${m[1]}`],
  [/^day, (.+)$/s, (m) => `ngày, ${m[1]}`],
  [/^(\w+) icon$/, () => "biểu tượng"],
  [new RegExp(`^(${MONTH}) (\\d{4})$`), (m) => `Tháng ${month(m[1])}/${m[2]}`],
  [new RegExp(`^Selected Date: (${MONTH}) (\\d+), (\\d+)$`),
    (m) => `Ngày đã chọn: ${m[2]}/${month(m[1])}/${m[3]}`],
  [new RegExp(`^(Today, )?\\w+day, (${MONTH}) (\\d+), (\\d+)(.*)$`),
    (m) => `${m[1] ? "Hôm nay, " : ""}${m[3]}/${month(m[2])}/${m[4]}${m[5] ? ", đã chọn" : ""}`],
  [new RegExp(`^(${MONTH})$`), (m) => `Tháng ${month(m[1])}`],
];
const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt", "aria-description",
  "aria-valuetext"];

let english = null;

// Whole texts by name, texts with something that varies as patterns, the longest first; {#} is a
// number, {} anything. The same is done in Python for tables, which draw their own text.
const HOLE = /\{#?\}/g;
const SIGNED = /^([^\p{L}\p{N}({"“]+)(.+)$/su;
const JOINTS = [" · ", "; ", ", "];

function learn(words) {
  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const varying = Object.keys(words).filter((key) => key.search(HOLE) >= 0);
  varying.sort((one, two) => two.length - one.length);
  english = {
    words,
    patterns: varying.map((key) => {
      const holes = key.match(HOLE).map((hole) => (hole === "{#}" ? "([\\d.,−+]+)" : "(.+?)"));
      const parts = key.split(HOLE).map(literal);
      const source = parts.map((part, place) => part + (holes[place] ?? "")).join("");
      return [new RegExp(`^${source}$`, "s"), words[key]];
    }),
  };
}

function inEnglish(bare) {
  if (Object.hasOwn(english.words, bare)) return english.words[bare];
  for (const [pattern, words] of english.patterns) {
    const match = bare.match(pattern);
    if (match) {
      let place = 0;
      return words.replace(HOLE, () => {
        place += 1;
        return inEnglish(match[place]) ?? match[place];
      });
    }
  }
  const signed = bare.match(SIGNED);
  if (signed) {
    const rest = inEnglish(signed[2]);
    return rest === undefined ? undefined : signed[1] + rest;
  }
  for (const joint of JOINTS) {
    const parts = bare.split(joint);
    if (parts.length < 2) continue;
    const told = parts.map((part) => inEnglish(part.trim()));
    if (told.some((part) => part !== undefined)) {
      return parts.map((part, place) => told[place] ?? part).join(joint);
    }
  }
  return undefined;
}

const WIDGET = /^(Help for|Remove|day,|month,|year,) (.+)$/s;

function ours(text) {
  const bare = text.trim();
  if (!bare) return undefined;
  if (english) {
    const widget = bare.match(WIDGET);
    if (!widget) return inEnglish(bare);
    const rest = inEnglish(widget[2]);
    return rest === undefined ? undefined : `${widget[1]} ${rest}`;
  }
  if (Object.hasOwn(WORDS, bare)) return WORDS[bare];
  for (const [pattern, words] of PATTERNS) {
    const match = bare.match(pattern);
    if (match) return words(match);
  }
  return undefined;
}

function say(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const parent = node.parentElement;
    if (!parent || parent.closest("script, style, [data-testid=stIconMaterial]")) return;
    const words = ours(node.nodeValue);
    if (words !== undefined && words !== node.nodeValue.trim()) node.nodeValue = words;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const name of ATTRIBUTES) {
    const text = node.getAttribute(name);
    const words = text && ours(text);
    if (words !== undefined && words !== null && words !== text && text) node.setAttribute(name, words);
  }
  for (const child of node.childNodes) say(child);
}

// The server lays pages out for this window; a first visit of a small one is drawn again for it.
function tellWidth({ width, narrow }) {
  const kept = () => document.cookie.split("; ").some((one) => one.startsWith(`${width}=`));
  const known = kept();
  document.cookie = `${width}=${window.innerWidth}; path=/; SameSite=Strict; max-age=31536000`;
  if (!known && kept() && window.innerWidth < narrow) window.location.reload();
}

function start(data) {
  if (window.sapxepWords) {
    if (window.sapxepLanguage !== data.language) window.location.reload();
    return;
  }
  window.sapxepLanguage = data.language;
  tellWidth(data);
  window.addEventListener("resize", () => tellWidth(data));
  // Tables write numbers as the first of these languages does: 1.234,5 in ours.
  const tongues = [data.language === "en" ? "en-GB" : "vi-VN"];
  Object.defineProperty(window.navigator, "languages", { get: () => tongues, configurable: true });
  if (data.language === "en") learn(data.english);
  const watch = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(say);
      else if (change.type === "characterData") say(change.target);
      else {
        const text = change.target.getAttribute(change.attributeName);
        const words = text ? ours(text) : undefined;
        if (words !== undefined && words !== text) {
          change.target.setAttribute(change.attributeName, words);
        }
      }
    }
  });
  window.sapxepWords = watch;
  document.documentElement.lang = data.language;
  say(document.body);
  watch.observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true,
    attributeFilter: ATTRIBUTES,
  });
}

export default function (component) {
  start(component.data);
}
