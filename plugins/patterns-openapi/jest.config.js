module.exports = { ...require('../../jest.preset.js'), displayName: 'patterns-openapi' };
