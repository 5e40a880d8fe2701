// Charts of the figures: each is drawn from the cells of its own table, which folds away then. The strokes are those of
// the keys above, so that the stylesheet alone says how a line looks in either theme.
import './chrome.js';

/* global uPlot */
const DAY = 86_400;
const HEIGHT = 220;
const lang = document.documentElement.lang;
const shortDay = new Intl.DateTimeFormat(lang, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const scales = {
  count: { maximumFractionDigits: 0 },
  decimal: { maximumFractionDigits: 2 },
  money: { maximumFractionDigits: 4 },
  percent: { style: 'percent', maximumFractionDigits: 1 },
  seconds: { style: 'unit', unit: 'second', unitDisplay: 'narrow', maximumFractionDigits: 1 },
};

const seconds = day => Date.parse(day + 'T00:00:00Z') / 1000;

/** What a table says: days, names, values and how each is written. */
function read(figure) {
  const from = seconds(figure.dataset.from);
  const days = [];
  for (let day = from; day <= seconds(figure.dataset.to); day += DAY) days.push(day);
  const names = [...figure.querySelectorAll('thead th.n')].map(head => head.textContent);
  const none = 'rate' in figure.dataset ? null : 0;
  const values = names.map(() => days.map(() => none));
  const words = days.map(day => shortDay.format(day * 1000));
  for (const row of figure.querySelectorAll('tbody tr')) {
    const at = Math.round((seconds(row.dataset.day) - from) / DAY);
    const said = [];
    row.querySelectorAll('td').forEach((cell, line) => {
      if (cell.dataset.value !== '') {
        values[line][at] = Number(cell.dataset.value);
        said.push(`${names[line]} ${cell.textContent}`);
      }
    });
    words[at] = `${row.querySelector('th').textContent}: ${said.join(', ')}`;
  }
  return { days, names, values, words };
}

function strokes() {
  return [...document.querySelectorAll('.models line')].map(line => {
    const style = getComputedStyle(line);
    return {
      stroke: style.stroke,
      dash: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(parseFloat),
    };
  });
}

function draw(figure, plot, data, chosen) {
  const ink = getComputedStyle(figure).color;
  const rule = getComputedStyle(plot).borderTopColor;
  const face = `12px ${getComputedStyle(document.body).fontFamily}`;
  const number = new Intl.NumberFormat(lang, scales[figure.dataset.kind]);
  const axis = { stroke: ink, font: face, ticks: { show: false }, grid: { stroke: rule, width: 1 } };
  const keys = strokes();
  const whole = figure.dataset.kind === 'count';
  const dots = 'rate' in figure.dataset || data.days.length < 10;
  return new uPlot({
    width: plot.clientWidth,
    height: HEIGHT - 2,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    padding: [14, 18, 0, 0],
    scales: {
      x: { range: (_, from, to) => [from - DAY / 2, to + DAY / 2] },
      y: { range: (_, __, top) => [0, top > 0 ? top * 1.1 : 1] },
    },
    tzDate: at => uPlot.tzDate(new Date(at * 1000), 'UTC'),
    axes: [
      { ...axis, size: 30, gap: 6, grid: { show: false }, incrs: [1, 2, 5, 10, 30].map(n => n * DAY), space: 44, values: (_, days) => days.map(day => shortDay.format(day * 1000)) },
      { ...axis, size: 64, incrs: whole ? [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7] : undefined, values: (_, ticks) => ticks.map(tick => number.format(tick)) },
    ],
    series: [{}, ...data.names.map((name, line) => ({
      label: name, width: 2, spanGaps: true, ...keys[line],
      points: { show: dots, size: 7, stroke: keys[line].stroke, fill: keys[line].stroke },
    }))],
    hooks: { setCursor: [chart => { if (chart.cursor.idx != null) chosen(chart.cursor.idx); }] },
  }, [data.days, ...data.values], plot);
}

/** The plot is a slider over the days: arrows read them out, as the pointer does for those who see. */
function chartOf(figure) {
  const plot = figure.querySelector('.plot');
  const point = figure.querySelector('.point');
  const data = read(figure);
  let at = data.days.length - 1;
  let chart;
  const show = day => {
    at = day;
    plot.setAttribute('aria-valuenow', String(at));
    plot.setAttribute('aria-valuetext', data.words[at]);
    point.textContent = data.words[at];
  };
  const move = day => {
    show(Math.min(Math.max(day, 0), data.days.length - 1));
    chart.setCursor({ left: chart.valToPos(data.days[at], 'x'), top: 0 }, false);
  };
  plot.hidden = point.hidden = false;
  for (const [name, value] of Object.entries({
    tabindex: 0, role: 'slider', 'aria-labelledby': figure.getAttribute('aria-labelledby'),
    'aria-valuemin': 0, 'aria-valuemax': at, 'aria-valuenow': at, 'aria-valuetext': data.words[at],
  })) plot.setAttribute(name, String(value));
  plot.addEventListener('keydown', event => {
    const to = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: data.days.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  });
  return () => {
    chart?.destroy();
    chart = draw(figure, plot, data, show);
  };
}

const charts = [...document.querySelectorAll('.chart')].map(chartOf);
const redraw = () => charts.forEach(draws => draws());
redraw();
for (const details of document.querySelectorAll('.chart details')) details.open = false;

new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) matchMedia(query).addEventListener('change', redraw);
let width = innerWidth;
addEventListener('resize', () => {
  if (innerWidth !== width) { width = innerWidth; redraw(); }
});
