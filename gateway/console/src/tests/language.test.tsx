import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { preferredLanguage } from '@/shared/i18n/i18n';
import { signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';

afterEach(() => {
  vi.restoreAllMocks();
});

it('should switch between English and Chinese and remember it', async () => {
  const { user } = openConsole({ at: '/devices', as: signedIn('registrar', 'it-staff') });
  expect(await screen.findByRole('heading', { name: 'Devices and media' })).toBeVisible();

  await user.click(screen.getByRole('radio', { name: '中文' }));
  expect(await screen.findByRole('heading', { name: '设备与介质' })).toBeVisible();
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(preferredLanguage()).toBe('zh-CN');

  await user.click(screen.getByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('heading', { name: 'Devices and media' })).toBeVisible();
});

it.each([
  [['zh-TW', 'en'], 'zh-CN'],
  [['en-GB', 'zh'], 'en'],
  [['fr', 'zh-CN'], 'zh-CN'],
  [['fr'], 'en'],
])('should follow a browser set to %s', (languages, expected) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  expect(preferredLanguage()).toBe(expected);
});
