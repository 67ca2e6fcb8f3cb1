import { defineConfig, mergeConfig } from 'vitest/config'
import base from './vite.config.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ['test/**/*.test.{ts,tsx}'],
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
