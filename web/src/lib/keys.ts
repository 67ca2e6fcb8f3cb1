function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}

/** Acts on a key of its own only where that key would not be typed into a field, and not below an open dialog. */
export function outsideFields(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (typing(event.target) || document.querySelector('dialog[open]') !== null) return
    event.preventDefault()
    act()
  }
}
