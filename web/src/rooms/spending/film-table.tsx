import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { filmSpendQuery } from '@/api/queries'
import { Answer } from '@/components/answer'
import { clock } from '@/lib/format'

/** What a finished minute of each film has cost, the dearest first. */
export function FilmTable() {
  const { t } = useTranslation()
  const films = useQuery(filmSpendQuery)
  return (
    <Answer query={films} failed={t('spending.filmsFailed')} height="h-24">
      {(list) =>
        list.length === 0 ? (
          <p className="panel px-4 py-3 text-muted">{t('spending.noFilms')}</p>
        ) : (
          <div className="panel overflow-x-auto">
            <table className="w-full">
              <thead className="text-muted text-xs">
                <tr>
                  <th className="px-4 py-2 text-start font-medium">{t('spending.by.project')}</th>
                  <th className="px-4 py-2 text-end font-medium">{t('spending.length')}</th>
                  <th className="px-4 py-2 text-end font-medium">{t('spending.charged')}</th>
                  <th className="px-4 py-2 text-end font-medium">{t('spending.perMinute')}</th>
                </tr>
              </thead>
              <tbody>
                {list.map((film) => (
                  <tr key={`${film.projectId} ${film.spent.currency}`} className="border-line border-t">
                    <th scope="row" className="px-4 py-2 text-start font-normal [overflow-wrap:anywhere]">
                      <Link to="/p/$projectId" params={{ projectId: film.projectId }} className="underline hover:text-accent">
                        {film.title}
                      </Link>
                    </th>
                    <td className="numbers px-4 py-2 text-end text-muted">{clock(film.seconds)}</td>
                    <td className="numbers px-4 py-2 text-end">{film.spent.text}</td>
                    <td className="numbers px-4 py-2 text-end font-medium">{film.perMinute.text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Answer>
  )
}
