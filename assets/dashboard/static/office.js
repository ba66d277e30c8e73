// Draws the charts of a page: each canvas carries its data as JSON in data-chart.
"use strict";
(function () {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const palette = ["--pine", "--persimmon", "--indigo"].map(colour);
    const family = getComputedStyle(document.body).fontFamily;

    // A chart has its numbers on it: each point says its value. A second line says them below its points.
    const numbers = {
        id: "numbers",
        afterDatasetsDraw(chart) {
            const { ctx } = chart;
            const crowded = chart.data.labels.length > 16;
            ctx.save();
            ctx.font = "700 " + (crowded ? 15 : 16) + "px " + family;
            ctx.textAlign = "center";
            chart.data.datasets.forEach((set, row) => {
                const below = row % 2 === 1;
                ctx.textBaseline = below ? "top" : "bottom";
                ctx.fillStyle = set.borderColor;
                chart.getDatasetMeta(row).data.forEach((point, column) => {
                    const value = set.data[column];
                    if (value === null || (crowded && value === 0)) return;
                    const text = set.words ? set.words[column] : value.toLocaleString("ko-KR");
                    ctx.fillText(text, point.x, point.y + (below ? 9 : -9));
                });
            });
            ctx.restore();
        },
    };

    function dataset(series, index, kind) {
        const ink = palette[index % palette.length];
        const paper = colour("--paper");
        return {
            label: series.name, data: series.values, words: series.words, borderColor: ink, borderWidth: kind === "line" ? 3 : 0,
            backgroundColor: ink, borderRadius: 5, maxBarThickness: 34, pointRadius: 6, pointBorderWidth: 3,
            pointBackgroundColor: (series.simulated || []).map((simulated) => (simulated ? paper : ink)),
            spanGaps: true, tension: 0,
        };
    }

    function options(spec) {
        const ink = colour("--ink");
        const ticks = { color: ink, font: { family, size: 15 }, precision: 0 };
        const grid = { color: "#ece4d3", drawBorder: false };
        const flat = spec.kind === "bar";
        return {
            animation: false, responsive: true, maintainAspectRatio: false, layout: { padding: { top: spec.series.length > 1 ? 0 : 26, right: 22, left: 6 } },
            scales: {
                x: { grid: { display: false }, ticks: { ...ticks, maxRotation: 0, autoSkip: true, autoSkipPadding: 3 }, offset: true },
                y: { grid, ticks: { ...ticks, maxTicksLimit: 5 }, beginAtZero: flat, grace: flat ? "8%" : "30%" },
            },
            plugins: {
                legend: {
                    display: spec.series.length > 1, position: "top", align: "end",
                    labels: { color: ink, font: { family, size: 16 }, boxWidth: 14, boxHeight: 14 },
                },
                tooltip: { enabled: false },
            },
        };
    }

    function draw(canvas) {
        const spec = JSON.parse(canvas.dataset.chart);
        const chart = new Chart(canvas, {
            type: spec.kind,
            data: { labels: spec.labels, datasets: spec.series.map((series, index) => dataset(series, index, spec.kind)) },
            options: options(spec), plugins: [numbers],
        });
        canvas.dataset.drawn = String(chart.data.datasets.length);
    }

    // Canvas text uses the page's font, which must be there first.
    const fonts = document.fonts;
    Promise.all([fonts.load("700 16px NanumSquareRound"), fonts.load("15px NanumSquareRound")])
        .finally(() => document.querySelectorAll("canvas[data-chart]").forEach(draw));
})();
