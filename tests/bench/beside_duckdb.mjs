// Reconciles ledgers of made filings, and beside it lets DuckDB do the running sums of the same
// rows by a window function; docs/performance.md says what was measured.
//
//   npm install --prefix FOLDER @duckdb/node-api
//   node tests/bench/beside_duckdb.mjs BUILD FOLDER [ROWS ...]
//
// BUILD: build/release. Ledgers are made in FOLDER where they are not there yet; the largest, of 10
// million rows, takes 2 GB, and 11 GB more while it is made. Both programs run as processes of their
// own, three times in turn (ROUNDS=1: once), and the time of the processor is what is compared: the
// median.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const threads = 2;
const rounds = Number(process.env.ROUNDS ?? 3);

// What the window function alone is asked for, and the sum that forces it to be computed.
const runningSums = (source) => `
  SELECT count(*) AS rows, sum(running) AS total FROM (
    SELECT sum(change) OVER (PARTITION BY account ORDER BY date, "row") AS running FROM ${source})`;

async function duckdb(folder, source) {
  const require = createRequire(join(folder, "package.json"));
  const { DuckDBInstance } = require("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await instance.connect();
  if (source.endsWith(".parquet") && !existsSync(source)) {
    const csv = source.replace(/parquet$/, "csv");
    await connection.run(`COPY (FROM read_csv('${csv}')) TO '${source}' (FORMAT parquet)`);
    return;
  }
  const [row] = (await connection.runAndReadAll(runningSums(`'${source}'`))).getRowObjects();
  console.log(String(row.rows));
}

function timed(program, ...options) {
  const log = join(folder, "time.txt");
  const output = execFileSync(
    "/usr/bin/time", ["-q", "-o", log, "-f", "%e %U %S %M", program, ...options],
    { encoding: "utf8", maxBuffer: 1 << 30 });
  const [wall, user, system, kilobytes] = readFileSync(log, "utf8").trim().split(" ").map(Number);
  return { output, wall, processor: user + system, megabytes: kilobytes / 1024 };
}

function median(runs) {
  return [...runs].sort((a, b) => a.processor - b.processor)[Math.floor(runs.length / 2)];
}

function makeLedger(rows, ledger, filings) {
  execFileSync(join(build, "tests/bench/make_chains"), [filings, String(rows)]);
  const made = timed(stakebook, "import", filings, "--ledger", ledger);
  rmSync(filings, { recursive: true });
  console.log(`import of ${rows} rows: ${made.processor.toFixed(1)} s of processor time`);
}

function reconciled(ledger) {
  const run = timed(stakebook, "reconcile", "--summary", "--format", "json", "--ledger", ledger);
  const { table_i: one, table_ii: two } = JSON.parse(run.output);
  for (const { balances, first, exact } of [one, two]) {
    if (first + exact !== balances) throw new Error("a balance does not chain");
  }
  return { ...run, rows: one.balances + two.balances };
}

function summed(source) {
  const run = timed(process.execPath, fileURLToPath(import.meta.url), "--duckdb", folder, source);
  return { ...run, rows: Number(run.output) };
}

function printed(name, rows, run) {
  console.log(
    `${name.padEnd(20)} ${String(rows).padStart(9)} rows ${run.processor.toFixed(2).padStart(8)} s ` +
    `of processor time ${run.wall.toFixed(2).padStart(8)} s ${run.megabytes.toFixed(0).padStart(6)} MB`);
}

function compare(rows) {
  const filings = join(folder, `chains-${rows}`);
  const ledger = `${filings}.db`;
  if (!existsSync(ledger)) makeLedger(rows, ledger, filings);
  const sources = [`${filings}.csv`, `${filings}.parquet`];
  if (!existsSync(sources[1])) summed(sources[1]);
  const runs = [[], [], []];
  for (let round = 0; round < rounds; ++round) {
    runs[0].push(reconciled(ledger));
    sources.forEach((source, i) => runs[i + 1].push(summed(source)));
  }
  const [ours, ofCsv, ofParquet] = runs.map(median);
  if (ours.rows !== ofCsv.rows || ours.rows !== ofParquet.rows) throw new Error("rows differ");
  printed("stakebook reconcile", ours.rows, ours);
  printed("DuckDB, CSV", ours.rows, ofCsv);
  printed("DuckDB, Parquet", ours.rows, ofParquet);
  const ratio = (other) => (ours.processor / other.processor).toFixed(1);
  console.log(`ratio: ${ratio(ofCsv)} of CSV, ${ratio(ofParquet)} of Parquet\n`);
}

const isDuckdb = process.argv[2] === "--duckdb";
if (!isDuckdb && process.argv.length < 4) {
  console.error("usage: node beside_duckdb.mjs BUILD FOLDER [ROWS ...]");
  process.exit(2);
}
const build = resolve(process.argv[2]);
const folder = resolve(process.argv[3]);
const stakebook = join(build, "cli/stakebook");
if (isDuckdb) {
  await duckdb(folder, process.argv[4]);
} else {
  const sizes = process.argv.slice(4).map(Number);
  for (const rows of sizes.length > 0 ? sizes : [100_000, 1_000_000, 10_000_000]) compare(rows);
}
