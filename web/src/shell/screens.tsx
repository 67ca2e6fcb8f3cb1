import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '@/components/button'
import { Empty, Failure } from '@/components/states'

export function MissingScreen() {
  const { t } = useTranslation()
  return (
    <>
      <title>{t('shell.missingTitle')}</title>
      <Empty
        heading="h1"
        icon={<Compass />}
        title={t('shell.missing')}
        actions={
          <Link className={buttonLook({ tone: 'primary', size: 'md' })} to="/projects">
            {t('shell.toProjects')}
          </Link>
        }
      >
        {t('shell.missingText')}
      </Empty>
    </>
  )
}

export function CrashScreen({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <main className="mx-auto max-w-2xl p-8">
      <title>{t('shell.crashTitle')}</title>
      <Failure title={t('shell.crash')} message={error instanceof Error ? error.message : String(error)} onRetry={reset} />
    </main>
  )
}
