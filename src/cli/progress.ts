import { Presets, SingleBar } from 'cli-progress';

/** Progress on stderr: a bar on a terminal, otherwise a line per task. */
export interface Progress {
  /** Shows the completed part (0…1) of a task. */
  readonly show: (task: string, part: number) => void;
  readonly end: () => void;
}

/** Creates the progress display of a command. */
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

/** Writes a line at the start of each task. */
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
