import { afterEach, beforeEach } from 'vitest'

// What jsdom lacks of a browser. Tests of parsers run without any page.
if (typeof window !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  // Rooms are loaded when they are opened; a machine that also builds takes its time over that.
  configure({ asyncUtilTimeout: 10_000 })
  afterEach(() => cleanup())
  beforeEach(() => {
    localStorage.clear()
    Object.defineProperty(window, 'scrollTo', { value: () => undefined, writable: true })
    Element.prototype.scrollIntoView = () => undefined
    HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
      this.open = true
    }
    HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
      this.open = false
    }
  })
}
