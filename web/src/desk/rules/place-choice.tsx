import { elsewhere } from '@yingshang/core/rules/places/elsewhere.zh'
import { hubei } from '@yingshang/core/rules/places/hubei.zh'
import { jilinCityZone } from '@yingshang/core/rules/places/jilin-city-zone.zh'
import type { PlaceRules } from '@yingshang/core/rules/places/place'
import Select from 'antd/es/select'

const places: readonly PlaceRules[] = [hubei, jilinCityZone, ...elsewhere]

/** Takes another place's published rules over into the form, each with its document; nothing is saved by it. */
export function PlaceChoice({ onTake }: { onTake: (place: PlaceRules) => void }) {
  return (
    <Select
      aria-label="参照其他地方的规则"
      placeholder="选一个地方"
      style={{ minWidth: '16rem' }}
      value={null}
      onChange={(code: string | null) => {
        const place = places.find((one) => one.code === code)
        if (place) onTake(place)
      }}
      options={places.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}
