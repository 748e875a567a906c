import { UploadClient } from '../upload-client';

describe('UploadClient', () => {
  const transport = { put: jest.fn() };

  beforeEach(() => {
    transport.put.mockReset();
  });

  it('returns the location of the upload', async () => {
    transport.put.mockResolvedValue({ status: 201, location: '/files/7' });

    await expect(new UploadClient(transport).upload('a.txt', 'hi')).resolves.toBe('/files/7');
  });

  it('fails when the server refuses', () => {
    transport.put.mockResolvedValue({ status: 507 });
    const client = new UploadClient(transport);

    expect(client.upload('a.txt', 'hi')).rejects.toThrow('507');
  });
});
