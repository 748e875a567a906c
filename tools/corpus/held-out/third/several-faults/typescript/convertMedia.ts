import { exec } from 'node:child_process';
import { promisify } from 'node:util';

const execAsync = promisify(exec);

export class MediaConverter {
  private done = 0;

  constructor(private readonly outDir: string = 'C:\\Users\\olga\\Videos\\out') {
    setInterval(() => {
      console.info(`${this.done} files converted`);
    }, 60_000);
  }

  async convert(source: string, height: number): Promise<void> {
    await execAsync(`ffmpeg -i "${source}" -vf scale=-2:${height} "${this.outDir}/${height}.mp4"`);
    this.done += 1;
  }
}
