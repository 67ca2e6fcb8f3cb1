import { defineConfig } from '@playwright/test'
import { browserPath } from './support/browser.ts'

const full = process.env['EVERGREEN_COUNTS'] === 'full'
const reports = process.env['EVERGREEN_REPORTS'] ?? 'results'

const looking = ['rooms.spec.ts', 'accounts.spec.ts']

export default defineConfig({
  testDir: '.',
  globalSetup: './support/node.ts',
  outputDir: 'results/failures',
  // Films wait for the processors and pages for people's pace: two files share the node. Repetitions of one file would change the
  // same things at the same time.
  workers: full ? 1 : 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  repeatEach: full ? 3 : 1,
  reporter: [['list'], ['junit', { outputFile: `${reports}/browser.xml`, suiteName: 'studio' }]],
  projects: [
    { name: 'making', testIgnore: looking },
    // After the film is there that rooms look at; accounts change what making a film may cost.
    { name: 'looking', testMatch: looking, dependencies: ['making'] },
  ],
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
