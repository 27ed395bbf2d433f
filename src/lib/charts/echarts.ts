import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Everything but the treemap, which most pages never show (echarts-treemap.ts).
use([
	BarChart,
	CustomChart,
	LineChart,
	GridComponent,
	MarkLineComponent,
	TooltipComponent,
	CanvasRenderer
]);

/** @public Reached by import(), which no checker follows. */
export { init };
