// The benchmark's other sender: Nodemailer's pool, fed with back-pressure, as its documentation shows it.
// Use: node nodemailer.mjs <folder with node_modules> <folder of the workload> <port> <connections> <from> <reply-to> <subject> [CA file]
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [home, work, port, connections, from, replyTo, subject, ca] = process.argv.slice(2);
const require = createRequire(join(home, "package.json"));
const { version } = require("nodemailer/package.json");
if (Number.parseInt(version, 10) < 10) {
  console.error(`Nodemailer ${version} waits for delayed acknowledgements; compare with 10 or newer.`);
  process.exit(2);
}
const text = readFileSync(join(work, "message.txt"), "utf8");
const html = readFileSync(join(work, "message.html"), "utf8");
const render = (template, fields) => template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) => fields[name]);

async function* people() {
  let names;
  for await (const line of createInterface({ input: createReadStream(join(work, "people.csv")) })) {
    const values = line.split(",");
    if (names) yield Object.fromEntries(names.map((name, i) => [name, values[i]]));
    else names = values;
  }
}

const transport = require("nodemailer").createTransport({
  pool: true,
  host: "127.0.0.1",
  port: Number(port),
  secure: Boolean(ca),
  ignoreTLS: !ca,
  tls: ca ? { ca: readFileSync(ca) } : undefined,
  maxConnections: Number(connections),
  maxMessages: Number.POSITIVE_INFINITY,
});

const list = people();
let sent = 0;
let failed = 0;
let open = 0;
let ended = false;
let feeding = false;

async function feed() {
  if (feeding) return;
  feeding = true;
  while (!ended && transport.isIdle()) {
    const { value: person, done } = await list.next();
    if (done) {
      ended = true;
      if (open === 0) finish();
      break;
    }
    open += 1;
    transport.sendMail(
      {
        from,
        replyTo,
        to: person.email,
        subject: render(subject, person),
        text: render(text, person),
        html: render(html, person),
        headers: { "List-Unsubscribe": `<mailto:${replyTo}?subject=unsubscribe>` },
      },
      (error) => {
        open -= 1;
        if (error) failed += 1;
        else sent += 1;
        if (ended && open === 0) finish();
      },
    );
  }
  feeding = false;
}

function finish() {
  transport.close();
  console.log(JSON.stringify({ version, sent, failed }));
  process.exit(failed ? 1 : 0);
}

transport.on("idle", feed);
feed();
