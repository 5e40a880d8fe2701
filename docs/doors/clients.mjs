// Asks a running Hanji by the public clients of DeepL (deepl-node) and LibreTranslate (libretranslate).
//   npm install deepl-node libretranslate && node clients.mjs http://127.0.0.1:8080 [token] [Korean text]
import * as deepl from "deepl-node";
import libre from "libretranslate";

const [, , address = "http://127.0.0.1:8080", token = "none", text = "오픈 소스."] = process.argv;
const client = new deepl.DeepLClient(token, { serverUrl: address, maxRetries: 0 });

async function show(what, asked) {
  try {
    console.log(what, JSON.stringify(await asked()));
  } catch (error) {
    console.log(what, `${error.constructor.name}: ${error.message}`);
  }
}

await show("deepl: sources", async () => (await client.getSourceLanguages()).map((one) => one.code));
await show("deepl: targets", async () => (await client.getTargetLanguages()).map((one) => one.code));
await show("deepl: two texts", async () =>
  (await client.translateText([text, text], "ko", "en-US")).map((one) => one.text));
await show("deepl: usage", async () => (await client.getUsage()).character);
await show("deepl: glossaries", async () => (await client.listGlossaries()).map((one) => one.name));
await show("deepl: an unknown target", () => client.translateText(text, "ko", "fr"));
await show("deepl: formality in English", () =>
  client.translateText(text, "ko", "en-US", { formality: "more" }));
await show("deepl: 51 texts", () => client.translateText(Array(51).fill(text), "ko", "de"));
await show("deepl: a glossary of its own", () =>
  client.createGlossary("mine", "ko", "en", new deepl.GlossaryEntries({ entries: { 글: "text" } })));
await show("deepl: a wrong key", () =>
  new deepl.DeepLClient("hanji_wrong", { serverUrl: address, maxRetries: 0 }).translateText(text, "ko", "de"));

const asked = { apiurl: address, apiKey: token, source: "ko", target: "en" };
await show("libre: a text", () => libre.translate({ ...asked, query: text }));
await show("libre: two texts", () => libre.translate({ ...asked, query: [text, text] }));
await show("libre: an unknown target", () => libre.translate({ ...asked, query: text, target: "fr" }));
await show("libre: detect", async () =>
  (await fetch(`${address}/detect`, { method: "POST", body: new URLSearchParams({ q: text, api_key: token }) })).json());
await show("libre: an error", async () =>
  (await fetch(`${address}/translate`, { method: "POST", body: new URLSearchParams({ q: text, api_key: token }) })).json());
