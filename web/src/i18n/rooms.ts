import { words } from '.'
import rooms from './en.rooms.json'

words.addResourceBundle('en', 'translation', rooms, true)
