import { useEffect, useSyncExternalStore } from 'react';
import { alarmSound, type SoundState } from './alarm-sound';

export const useSoundState = (): SoundState => useSyncExternalStore(alarmSound.watch, () => alarmSound.state);

/** Sounds while `alarming`, as soon as the browser lets it. */
export function useAlarmSound(alarming: boolean): void {
  const state = useSoundState();
  useEffect(() => alarmSound.resumeOnTouch(), []);
  useEffect(() => {
    if (!alarming || state !== 'on') return;
    alarmSound.start();
    return () => alarmSound.stop();
  }, [alarming, state]);
}
