import { Presets, SingleBar } from 'cli-progress';

/** A progress bar on the terminal's error stream; lines of text where there is no terminal. */
export interface Progress {
  /** Says how much of the named task is done (0…1). */
  readonly show: (task: string, part: number) => void;
  readonly end: () => void;
}

export function createProgress(): Progress {
  return process.stderr.isTTY ? barProgress() : lineProgress();
}

function barProgress(): Progress {
  const options = {
    format: '{task} {bar} {percentage}%',
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  };
  let bar: SingleBar | null = null;
  return {
    show: (task, part) => {
      if (bar === null) {
        bar = new SingleBar(options, Presets.shades_classic);
        bar.start(100, 0, { task });
      }
      bar.update(Math.floor(part * 100), { task });
    },
    end: () => {
      bar?.stop();
      bar = null;
    },
  };
}

/** A line when a task begins, so that a log shows what was under way. */
function lineProgress(): Progress {
  let current = '';
  return {
    show: (task) => {
      if (task !== current) process.stderr.write(`${task} …\n`);
      current = task;
    },
    end: () => {
      current = '';
    },
  };
}
