@Component(property = EffectPlugin.ID + "=nobody")
