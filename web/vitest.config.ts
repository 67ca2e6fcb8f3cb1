import { defineConfig, mergeConfig } from 'vitest/config'
import base from './vite.config.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ['test/**/*.test.{ts,tsx}'],
      // Beside the other modules' results, where `evergreen test` counts them.
      reporters: ['default', ['junit', { outputFile: 'target/surefire-reports/TEST-studio.xml', suiteName: 'studio' }]],
      setupFiles: ['test/setup.ts'],
      environmentOptions: { jsdom: { url: 'http://127.0.0.1:8181/' } },
      testTimeout: 60_000,
      restoreMocks: true,
      unstubGlobals: true,
      // Two workers fit the smallest machine that builds this.
      maxWorkers: 2,
    },
  }),
)
