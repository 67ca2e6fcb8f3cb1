import { defineConfig } from '@playwright/test'
import { browserPath } from './support/browser.ts'

const reports = process.env['EVERGREEN_REPORTS'] ?? 'results'

export default defineConfig({
  testDir: '.',
  globalSetup: './support/node.ts',
  outputDir: 'results/failures',
  // One node and one processor's worth of browser: films are made one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  repeatEach: process.env['EVERGREEN_COUNTS'] === 'full' ? 3 : 1,
  reporter: [['list'], ['junit', { outputFile: `${reports}/browser.xml`, suiteName: 'studio' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browserPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
})
