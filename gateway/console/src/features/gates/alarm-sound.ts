/**
 * A two-tone siren made by the browser itself. Browsers keep a page silent until somebody touches it, so the sound has to be
 * enabled by a click; `state` says whether an alarm would be heard.
 */
export type SoundState = 'off' | 'on' | 'unsupported';

const LOW_HZ = 740;
const HIGH_HZ = 1180;
const SWITCHES_PER_SECOND = 2.2;
const TEST_SECONDS = 1.4;
const STORED = 'tallygate.sound';

export class AlarmSound {
  private context: AudioContext | null = null;
  private siren: { stop: () => void } | null = null;
  private readonly watchers = new Set<() => void>();

  get state(): SoundState {
    if (typeof AudioContext === 'undefined') return 'unsupported';
    return this.context?.state === 'running' ? 'on' : 'off';
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Must be called from a click or a key. */
  async enable(): Promise<void> {
    if (this.state === 'unsupported') return;
    this.context ??= this.open();
    await this.context.resume();
    localStorage.setItem(STORED, 'on');
    this.watchers.forEach((watcher) => watcher());
  }

  /** After a reload the first touch of the page brings back a sound that was enabled before. */
  resumeOnTouch(): () => void {
    const resume = () => {
      if (localStorage.getItem(STORED) === 'on' && this.state === 'off') void this.enable();
    };
    window.addEventListener('pointerdown', resume);
    window.addEventListener('keydown', resume);
    return () => {
      window.removeEventListener('pointerdown', resume);
      window.removeEventListener('keydown', resume);
    };
  }

  start(): void {
    if (this.siren || this.context?.state !== 'running') return;
    this.siren = this.sound(this.context);
  }

  stop(): void {
    this.siren?.stop();
    this.siren = null;
  }

  test(): void {
    if (this.siren || this.context?.state !== 'running') return;
    const siren = this.sound(this.context);
    setTimeout(() => siren.stop(), TEST_SECONDS * 1000);
  }

  private open(): AudioContext {
    const context = new AudioContext();
    context.addEventListener('statechange', () => this.watchers.forEach((watcher) => watcher()));
    return context;
  }

  private sound(context: AudioContext): { stop: () => void } {
    const tone = new OscillatorNode(context, { type: 'square', frequency: (LOW_HZ + HIGH_HZ) / 2 });
    const swing = new OscillatorNode(context, { type: 'square', frequency: SWITCHES_PER_SECOND });
    const width = new GainNode(context, { gain: (HIGH_HZ - LOW_HZ) / 2 });
    const volume = new GainNode(context, { gain: 0.25 });
    swing.connect(width).connect(tone.frequency);
    tone.connect(volume).connect(context.destination);
    tone.start();
    swing.start();
    return {
      stop: () => {
        tone.stop();
        swing.stop();
        volume.disconnect();
      },
    };
  }
}

export const alarmSound = new AlarmSound();
