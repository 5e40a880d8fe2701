// A provider for promptfoo that knows each case's recorded answer by metadata.id and asks nobody.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
// js-yaml comes with promptfoo, which may be installed in another folder: PROMPTFOO_HOME
const yaml = createRequire(resolve(process.env.PROMPTFOO_HOME ?? here, 'package.json'))('js-yaml');

export default class Replay {
  constructor({ config }) {
    const folder = resolve(here, config.recordings);
    this.answers = new Map();
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.recorded.yaml'))) {
      const { recordings } = yaml.load(readFileSync(resolve(folder, name), 'utf8'));
      for (const [id, { response }] of Object.entries(recordings)) this.answers.set(id, response.text);
    }
  }

  id() {
    return 'hanji-recorded';
  }

  async callApi(_prompt, { test }) {
    const id = test.metadata?.id;
    return this.answers.has(id) ? { output: this.answers.get(id) } : { error: `no recording for ${id}` };
  }
}
