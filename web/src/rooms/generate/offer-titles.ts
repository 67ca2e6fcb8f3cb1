import { useQuery } from '@tanstack/react-query'
import { providersQuery } from '@/api/queries'

/** Offers by their titles, as people know them; one that is gone keeps its id. */
export function useOfferTitles(): (offer: string) => string {
  const offers = useQuery({ ...providersQuery, staleTime: 60_000, refetchInterval: false })
  return (offer) => offers.data?.find((one) => one.id === offer)?.title ?? offer
}
