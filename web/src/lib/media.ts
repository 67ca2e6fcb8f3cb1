import type { Schemas } from '@/api/client'

type Asset = Schemas['Asset']

/** Where the file of an asset is. */
export function fileAddress(asset: Asset): string {
  return `/api/v1/assets/${asset.id}`
}

/** The address that makes a browser save the file. */
export function downloadAddress(asset: Asset): string {
  return `${fileAddress(asset)}?download=true`
}

export function pictureAddress(asset: Asset): string {
  return fileAddress(asset)
}

/** A word of the asset's metadata, or undefined. */
export function known(asset: Asset, key: string): string | undefined {
  const value = asset.metadata[key]
  return typeof value === 'string' ? value : undefined
}

/** The newest picture of each shot, in the order the assets come (newest first). */
export function picturesByShot(assets: readonly Asset[]): Map<string, Asset> {
  const pictures = new Map<string, Asset>()
  for (const asset of assets) {
    const shot = known(asset, 'shot')
    if (shot !== undefined && !pictures.has(shot)) pictures.set(shot, asset)
  }
  return pictures
}
